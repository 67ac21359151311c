package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateOnTable;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.ToggleTrigger;
import java.util.stream.Stream;

/** Flags CREATE TRIGGER, and switching triggers, on a table that was there before. */
public final class TriggerChangedUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(TriggerChangedUnderLock.class, Severity.INFO)
            .summary("A trigger comes, or is switched, while writes to its table wait")
            .why("CREATE TRIGGER and ENABLE or DISABLE TRIGGER take SHARE ROW EXCLUSIVE. They are quick, but"
                    + " queue behind the longest running write, and every other write queues behind them.")
            .instead("SET lock_timeout before it, so that it gives up rather than hold up everybody, and run it"
                    + " again.")
            .alias("atlas", "PG308")
            .alias("postgres-language-server", "avoid-create-trigger")
            .alias("postgres-language-server", "avoid-enable-disable-trigger");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> made = rollout.commands(CreateOnTable.class)
                .filter(step -> step.command().kind() == ObjectKind.TRIGGER
                        && !rollout.isMade(step.command().table()))
                .map(step -> finding(
                        step.location(),
                        "creating the trigger " + step.command().name().sql(),
                        step.command().table()));
        Stream<Finding> switched = rollout.changes(ToggleTrigger.class)
                .map(change -> finding(
                        change.location(),
                        (change.action().enable() ? "enabling the trigger " : "disabling the trigger ")
                                + change.action().trigger(),
                        change.table()));
        return Stream.concat(made, switched);
    }

    private static Finding finding(Location.InFile location, String what, SqlName table) {
        return RULE.at(
                location,
                what + " on " + table.name(),
                "%s takes %s. It is quick, but queues behind the longest write. Instead, before it: SET lock_timeout = '5s';"
                        .formatted(what, Lock.SHARE_ROW_EXCLUSIVE.on(table)));
    }
}
