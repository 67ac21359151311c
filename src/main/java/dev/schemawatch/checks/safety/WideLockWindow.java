package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Flags a transaction that locks several tables against everybody. */
public final class WideLockWindow implements SafetyCheck {
    private static final Rule RULE = Rule.of(WideLockWindow.class, Severity.INFO)
            .summary("One transaction locks several tables against reads and writes")
            .why("The first table stays locked while the second is waited for, and two such transactions in"
                    + " another order wait for each other for ever.")
            .instead("Alter one table per migration.")
            .offByDefault()
            .alias("postgres-language-server", "avoid-wide-lock-window");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Map<Integer, Set<SqlName>> locked = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Step<Command> step : rollout.steps()) {
            Set<SqlName> tables = locked.computeIfAbsent(step.transaction(), _ -> new LinkedHashSet<>());
            int before = tables.size();
            ExclusiveLocks.of(step.command())
                    .filter(table -> step.inTransaction() && !rollout.isMade(table))
                    .forEach(tables::add);
            if (before == 1 && tables.size() > 1) {
                findings.add(RULE.at(
                        step.location(),
                        rollout.migration().name(),
                        "this transaction now holds ACCESS EXCLUSIVE on %s; alter each in a migration of its own"
                                .formatted(Words.list(List.copyOf(tables)))));
            }
        }
        return findings.stream();
    }
}
