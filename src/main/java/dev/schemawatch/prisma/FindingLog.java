package dev.schemawatch.prisma;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects findings while a schema is read: at most {@value #MOST} per file and a count of the others, so garbage cannot fill the memory. */
public final class FindingLog {
    private static final int MOST = 100;

    private final Set<Finding> seen = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> countByPath = new HashMap<>();
    private final Set<Severity> severities = EnumSet.noneOf(Severity.class);

    /** Takes a finding of a rule, with the severity of the rule. */
    public void add(Rule rule, Location.InFile location, String subject, String message) {
        add(rule.at(location, subject, message));
    }

    /** Takes a finding, unless the very same is there already. */
    public void add(Finding finding) {
        if (!seen.add(finding)) {
            return;
        }
        severities.add(finding.severity());
        String path = finding.identity().container();
        if (countByPath.merge(path, 1, Integer::sum) <= MOST) {
            findings.add(finding);
        }
    }

    /** Whether one of the findings, shown or counted, is an error. */
    public boolean hasErrors() {
        return severities.contains(Severity.ERROR);
    }

    /** In order of place, then how many were left out of each file. */
    public List<Finding> toList() {
        List<Finding> all = new ArrayList<>(findings);
        countByPath.forEach((path, count) -> {
            if (count > MOST) {
                all.add(SchemaRules.SYNTAX.at(
                        Location.InFile.whole(path),
                        "more findings",
                        (count - MOST)
                                + " more findings in this file are not shown; mend the first ones and look again"));
            }
        });
        all.sort((one, other) -> one.location().compareTo(other.location()));
        return all;
    }
}
