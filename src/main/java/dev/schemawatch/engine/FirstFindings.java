package dev.schemawatch.engine;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The first findings of each file, and how many more there are: one garbled file fills neither the memory nor the report, and
 * nothing goes unsaid.
 */
final class FirstFindings {
    private static final int MOST = 100;

    private final Rule rule;

    /** @param rule of all findings */
    FirstFindings(Rule rule) {
        this.rule = rule;
    }

    Stream<Finding> of(Stream<Finding> all) {
        List<Finding> first = new ArrayList<>();
        SortedMap<String, Integer> found = new TreeMap<>();
        all.forEach(finding -> {
            String path = finding.identity().container();
            if (found.merge(path, 1, Integer::sum) <= MOST) {
                first.add(finding);
            }
        });
        found.values().removeIf(count -> count <= MOST);
        found.forEach(
                (path, count) -> first.add(
                        rule.at(
                                Location.InFile.whole(path),
                                "more findings",
                                (count - MOST)
                                        + " more findings of this rule are not shown; mend the first ones of the file and look again")));
        return first.stream();
    }
}
