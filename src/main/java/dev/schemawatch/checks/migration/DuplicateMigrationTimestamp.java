package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MigrationSeries;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a migration that begins with the same moment as another. */
public final class DuplicateMigrationTimestamp implements SeriesCheck {
    private static final Rule RULE = Rule.of(DuplicateMigrationTimestamp.class, Severity.WARNING)
            .summary("Two migrations have the same timestamp")
            .why(
                    "Which of them runs first is left to the words behind the timestamp. The two were most often made side by side on two branches, where nobody tried them in that order.")
            .instead("Give the one that was merged last a later timestamp, before it is applied anywhere.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MigrationSeries series) {
        return series.timestamped().stream()
                .collect(Collectors.groupingBy(
                        migration -> MigrationName.timestamp(migration.name()).orElseThrow()))
                .values()
                .stream()
                .flatMap(sameMoment -> inspect(series, sameMoment));
    }

    private static Stream<Finding> inspect(MigrationSeries series, List<Migration> sameMoment) {
        return series.coming(sameMoment)
                .flatMap(migration -> sameMoment.stream()
                        .filter(other -> !other.path().equals(migration.path()))
                        .map(Migration::name)
                        .findFirst()
                        .map(other -> RULE.at(
                                Location.InFile.whole(migration.path()),
                                migration.name(),
                                "the migration has the timestamp of " + other
                                        + ", so the words behind it decide which runs first; give"
                                        + " the later one a timestamp of its own before it is applied anywhere"))
                        .stream());
    }
}
