package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.Delete;
import dev.schemawatch.sql.Command.Insert;
import dev.schemawatch.sql.Command.Update;
import dev.schemawatch.sql.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags statements that go through rows in a transaction that already locked a table against everybody. */
public final class WorkUnderExclusiveLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(WorkUnderExclusiveLock.class, Severity.WARNING)
            .summary("Rows are changed while a table is locked against reads and writes")
            .why("Locks are held until the transaction ends. An UPDATE of many rows behind an ALTER TABLE in"
                    + " one migration keeps everybody away from the altered table for as long as the UPDATE takes.")
            .instead("Change the rows in a migration of their own, in batches if they are many.")
            .alias("strong_migrations", "backfilling")
            .alias("eugene", "E4")
            .alias("postgres-language-server", "running-statement-while-holding-access-exclusive");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Map<Integer, SqlName> locked = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Step<Command> step : rollout.steps()) {
            if (step.inTransaction()) {
                Optional<SqlName> table = Optional.ofNullable(locked.get(step.transaction()));
                written(step.command())
                        .filter(written -> !rollout.isMade(written))
                        .ifPresent(
                                written -> table.ifPresent(held -> findings.add(finding(step, written, held.sql()))));
                ExclusiveLocks.of(step.command())
                        .filter(name -> !rollout.isMade(name))
                        .findFirst()
                        .ifPresent(name -> locked.putIfAbsent(step.transaction(), name));
            }
        }
        return findings.stream();
    }

    /** The table whose rows a statement goes through. */
    private static Optional<SqlName> written(Command command) {
        return switch (command) {
            case Update update -> Optional.of(update.table());
            case Delete delete -> Optional.of(delete.table());
            case Insert insert when insert.fromQuery() -> Optional.of(insert.table());
            case Command _ -> Optional.empty();
        };
    }

    private static Finding finding(Step<Command> step, SqlName written, String locked) {
        return RULE.at(
                step.location(),
                written.name(),
                "the rows of %s are changed while the transaction holds ACCESS EXCLUSIVE on %s: reads and writes of it wait until all is done. Move this statement into a migration of its own"
                        .formatted(written.sql(), locked));
    }
}
