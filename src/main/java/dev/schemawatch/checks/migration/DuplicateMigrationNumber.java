package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MigrationSeries;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a migration that was counted with the number of another. */
public final class DuplicateMigrationNumber implements SeriesCheck {
    private static final Rule RULE = Rule.of(DuplicateMigrationNumber.class, Severity.WARNING)
            .summary("Two migrations have the same number")
            .why(
                    "Which of them runs first is left to the words behind the number, and people who say migration 9 mean two things. They were most often made side by side on two branches.")
            .instead("Give the one that was merged last the next number, before it is applied anywhere.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MigrationSeries series) {
        return Stream.of(Author.values())
                .map(author -> series.numbered(author).stream()
                        .collect(Collectors.groupingBy(migration ->
                                MigrationName.number(migration.name()).orElseThrow())))
                .flatMap(byNumber -> byNumber.values().stream())
                .flatMap(sameNumber -> inspect(series, sameNumber));
    }

    private static Stream<Finding> inspect(MigrationSeries series, List<Migration> sameNumber) {
        return series.coming(sameNumber)
                .flatMap(migration -> sameNumber.stream()
                        .filter(other -> isCollision(migration.name(), other.name()))
                        .map(Migration::name)
                        .findFirst()
                        .map(other -> RULE.at(
                                Location.InFile.whole(migration.path()),
                                migration.name(),
                                "the migration has the number of " + other
                                        + ", so the words behind it decide which runs first;"
                                        + " give the later one the next number before it is applied anywhere"))
                        .stream());
    }

    /** Of two with one number: a script and the one that takes it back belong together. */
    private static boolean isCollision(String name, String other) {
        return !name.equals(other) && !withoutDirection(name).equals(withoutDirection(other));
    }

    private static String withoutDirection(String name) {
        return name.replaceFirst("[._](?:up|down|do|undo)$", "");
    }
}
