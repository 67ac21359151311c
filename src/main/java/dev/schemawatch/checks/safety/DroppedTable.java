package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.ObjectKind;
import java.util.stream.Stream;

/** Flags DROP TABLE of a table that was there before. */
public final class DroppedTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(DroppedTable.class, Severity.WARNING)
            .summary("A table is dropped, with its data, while the last release may still use it")
            .why("The old release fails on every query of it, and the rows are gone.")
            .instead("Stop using the table, deploy, keep a dump, then drop it in a later migration.")
            .alias("squawk", "ban-drop-table")
            .alias("atlas", "DS102")
            .alias("strong_migrations", "create_table")
            .alias("postgres-language-server", "ban-drop-table");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(DropObjects.class)
                .filter(step -> step.command().kind() == ObjectKind.TABLE)
                .flatMap(step -> step.command().names().stream()
                        .filter(table -> !rollout.isMade(table) || rollout.isReplaced(table))
                        .map(table -> RULE.at(
                                step.location(),
                                table.name(),
                                (rollout.isReplaced(table)
                                                ? "the table %s is dropped with its rows%s; the one that this migration makes in its place holds only what the migration itself puts into it. Alter the table instead, or keep a dump: pg_dump -t '%s'"
                                                : "the table %s is dropped with its rows%s. Release code that does not use it first, and keep a dump: pg_dump -t '%s'")
                                        .formatted(
                                                table.sql(),
                                                step.command().cascade()
                                                        ? ", and CASCADE takes every view and foreign key that refers to it"
                                                        : "",
                                                table.sql()))));
    }
}
