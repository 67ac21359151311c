package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MigrationSeries;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationName;
import java.util.List;
import java.util.Map;
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
        List<Migration> timestamped = series.timestamped();
        Map<String, List<Migration>> byMoment =
                timestamped.stream().collect(Collectors.groupingBy(DuplicateMigrationTimestamp::moment));
        return series.coming(timestamped)
                .flatMap(migration -> byMoment.get(moment(migration)).stream()
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

    private static String moment(Migration migration) {
        return MigrationName.timestamp(migration.name()).orElseThrow();
    }
}
