package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.AlterObject;
import dev.schemawatch.sql.Command.ObjectAction;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.RenameTable;
import dev.schemawatch.sql.TableAction.SetSchema;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a table or a schema that gets another name, or a table that moves to another schema. */
public final class RenamedTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(RenamedTable.class, Severity.WARNING)
            .summary("A table is renamed while the last release still uses its old name")
            .why("Every query of the old release that names it fails from that moment until the new one runs"
                    + " everywhere.")
            .instead("Keep the name in the database and rename the model only, with @@map; or leave a view with"
                    + " the old name until nothing uses it.")
            .alias("squawk", "renaming-table")
            .alias("atlas", "BC101")
            .alias("strong_migrations", "rename_table")
            .alias("strong_migrations", "rename_schema")
            .alias("postgres-language-server", "renaming-table");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Set<SqlName> dropped = rollout.commands(Command.DropObjects.class)
                .flatMap(step -> step.command().names().stream())
                .collect(Collectors.toSet());
        Stream<Finding> tables = rollout.changes(RenameTable.class)
                .filter(change ->
                        !rollout.isMade(change.table().sibling(change.action().to())))
                .filter(change ->
                        !dropped.contains(change.table().sibling(change.action().to())))
                .map(change -> finding(
                        change.location(),
                        change.table(),
                        change.table().sibling(change.action().to())));
        Stream<Finding> moves = rollout.changes(SetSchema.class)
                .map(change -> finding(
                        change.location(),
                        change.table(),
                        new SqlName(
                                Optional.of(change.action().schema()),
                                change.table().name())));
        Stream<Finding> schemas = rollout.commands(AlterObject.class)
                .filter(step -> step.command().kind() == ObjectKind.SCHEMA)
                .flatMap(step -> step.command().action() instanceof ObjectAction.RenameTo rename
                        ? Stream.of(schema(step, rename))
                        : Stream.empty());
        return Stream.concat(Stream.concat(tables, moves), schemas);
    }

    private static Finding finding(Location.InFile location, SqlName from, SqlName to) {
        return RULE.at(
                location,
                from.name(),
                "the table %s is %s from now on, and the release that still runs fails. Keep the name in the database and rename the model only: @@map(\"%s\"); or, right behind it: CREATE VIEW %s AS SELECT * FROM %s;"
                        .formatted(from.sql(), to.sql(), from.name(), from.sql(), to.sql()));
    }

    private static Finding schema(Step<AlterObject> step, ObjectAction.RenameTo rename) {
        return RULE.at(
                step.location(),
                step.command().name().name(),
                "the schema %s is %s from now on, and the release that still runs finds none of its tables; make a new schema and move the tables one by one"
                        .formatted(step.command().name().sql(), SqlName.quote(rename.name())));
    }
}
