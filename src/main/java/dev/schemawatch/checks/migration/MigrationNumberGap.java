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
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Flags a number that is left out where migrations are counted one by one. */
public final class MigrationNumberGap implements SeriesCheck {
    private static final Rule RULE = Rule.of(MigrationNumberGap.class, Severity.WARNING)
            .summary("A number is missing between two migrations")
            .why(
                    "A script that was never committed, or was deleted, looks just like it: databases that ran it have what nobody else gets.")
            .instead(
                    "Commit the script that is missing, or give the one behind it the number that is free before it is applied anywhere.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MigrationSeries series) {
        return Stream.of(Author.values()).flatMap(author -> inspect(series, author));
    }

    private static Stream<Finding> inspect(MigrationSeries series, Author author) {
        TreeMap<Integer, Migration> byNumber = new TreeMap<>();
        for (Migration migration : series.numbered(author)) {
            byNumber.putIfAbsent(MigrationName.number(migration.name()).orElseThrow(), migration);
        }
        List<Map.Entry<Integer, Migration>> behindGap = byNumber.entrySet().stream()
                .filter(entry ->
                        before(byNumber, entry).filter(step -> step > 1).isPresent())
                .toList();
        return !behindGap.isEmpty() && countsOneByOne(byNumber.navigableKeySet(), behindGap.size())
                ? behindGap.stream()
                        .filter(entry ->
                                series.coming().contains(entry.getValue().path()))
                        .map(entry -> finding(entry.getValue(), entry.getKey(), byNumber.lowerKey(entry.getKey())))
                : Stream.empty();
    }

    /** Who counts in tens, or by dates, leaves nothing out. A short series shows by its first number where it comes from. */
    private static boolean countsOneByOne(NavigableSet<Integer> numbers, int gaps) {
        int missing = numbers.last() - numbers.first() + 1 - numbers.size();
        return gaps * 2 < numbers.size() - 1 || (numbers.first() <= 1 && missing < numbers.size());
    }

    private static Optional<Integer> before(TreeMap<Integer, Migration> byNumber, Map.Entry<Integer, Migration> entry) {
        return Optional.ofNullable(byNumber.lowerKey(entry.getKey())).map(lower -> entry.getKey() - lower);
    }

    private static Finding finding(Migration migration, int number, int before) {
        String missing = number - before == 2
                ? "number " + (before + 1) + " is"
                : "numbers " + (before + 1) + " to " + (number - 1) + " are";
        return RULE.at(
                Location.InFile.whole(migration.path()),
                migration.name(),
                missing + " missing before this migration; commit what is missing, or give this one the number "
                        + (before + 1) + " before it is applied anywhere");
    }
}
