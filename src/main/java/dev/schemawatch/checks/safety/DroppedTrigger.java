package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateOnTable;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.ObjectKind;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags DROP TRIGGER where no trigger of that name is made anew. */
public final class DroppedTrigger implements SafetyCheck {
    private static final Rule RULE = Rule.of(DroppedTrigger.class, Severity.WARNING)
            .summary("A trigger is dropped, and what it kept in order is not any more")
            .why("Columns that it filled stay as they are, rows that it wrote are not written, and nothing" + " fails.")
            .instead("Be sure that the application does its work now.")
            .alias("postgres-language-server", "ban-drop-trigger");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(DropObjects.class)
                .filter(step -> step.command().kind() == ObjectKind.TRIGGER)
                .filter(step -> !isMadeAnew(rollout, step.command()))
                .flatMap(step -> step.command().names().stream()
                        .map(trigger -> RULE.at(
                                step.location(),
                                trigger.name(),
                                "the trigger %s%s goes; be sure that the application does its work now"
                                        .formatted(
                                                trigger.sql(),
                                                step.command()
                                                        .table()
                                                        .map(table -> " of " + table.sql())
                                                        .orElse("")))));
    }

    private static boolean isMadeAnew(Rollout rollout, DropObjects drop) {
        return rollout.commands(CreateOnTable.class)
                .anyMatch(made -> drop.names().contains(made.command().name())
                        && drop.table().equals(Optional.of(made.command().table())));
    }
}
