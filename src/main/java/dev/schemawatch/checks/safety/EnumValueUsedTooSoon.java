package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.AlterObject;
import dev.schemawatch.sql.Command.AlterTable;
import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.Command.CreateType;
import dev.schemawatch.sql.Command.Delete;
import dev.schemawatch.sql.Command.Insert;
import dev.schemawatch.sql.Command.ObjectAction;
import dev.schemawatch.sql.Command.Update;
import dev.schemawatch.sql.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a label of an enumerated type that is used in the transaction that adds it. */
public final class EnumValueUsedTooSoon implements SafetyCheck {
    private static final Rule RULE = Rule.of(EnumValueUsedTooSoon.class, Severity.ERROR)
            .summary("A new label of an enumerated type is used in the transaction that adds it")
            .why("PostgreSQL refuses a label until the transaction that added it is done (55P04, unsafe use of"
                    + " new value). A migration is one transaction: it fails, always.")
            .instead("Use the label in the next migration.")
            .alias("postgres-language-server", "avoid-alter-enum-add-value");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        List<Finding> findings = new ArrayList<>();
        Set<SqlName> made = rollout.commands(CreateType.class)
                .map(step -> step.command().name().normal())
                .collect(Collectors.toSet());
        List<Step<Command>> steps = rollout.steps();
        for (int index = 0; index < steps.size(); index++) {
            Step<Command> step = steps.get(index);
            if (step.inTransaction()
                    && step.command() instanceof AlterObject alter
                    && alter.action() instanceof ObjectAction.AddValue add
                    && !made.contains(alter.name().normal())) {
                steps.subList(index + 1, steps.size()).stream()
                        .filter(later -> later.transaction() == step.transaction())
                        .filter(later -> uses(rollout, later, alter.name(), add.value()))
                        .findFirst()
                        .ifPresent(later -> findings.add(finding(later, alter.name(), add.value())));
            }
        }
        return findings.stream();
    }

    private static boolean uses(Rollout rollout, Step<Command> step, SqlName type, String value) {
        boolean isSaid = step.statement().text().contains("'" + value.replace("'", "''") + "'");
        return isSaid && !(step.command() instanceof AlterObject) && meets(rollout, step, type);
    }

    /** Whether the statement is about the type: it names it, or a table that has a column of it. */
    private static boolean meets(Rollout rollout, Step<Command> step, SqlName type) {
        Optional<SqlName> table = switch (step.command()) {
            case Update update -> Optional.of(update.table());
            case Insert insert -> Optional.of(insert.table());
            case Delete delete -> Optional.of(delete.table());
            case AlterTable alter -> Optional.of(alter.name());
            case CreateIndex index -> Optional.of(index.table());
            case Command _ -> Optional.empty();
        };
        return step.statement().text().contains(type.name())
                || table.flatMap(rollout.before()::table).stream()
                        .flatMap(known -> known.columns().values().stream())
                        .anyMatch(column -> column.type().name().equals(type.name()));
    }

    private static Finding finding(Step<Command> step, SqlName type, String value) {
        return RULE.at(
                step.location(),
                type.name() + "." + value,
                "the label '%s' of %s is added in this same transaction, and PostgreSQL refuses to use it before the transaction is done. Move this statement into the next migration"
                        .formatted(value, type.sql()));
    }
}
