package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.AlterTable;
import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.Command.CreateTable;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import java.util.stream.Stream;

/** Flags table names without a schema. */
public final class UnqualifiedTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(UnqualifiedTable.class, Severity.INFO)
            .summary("A table is named without its schema")
            .why("Which table is meant depends on the search_path of whoever runs the migration.")
            .instead("Write the schema: public.\"User\".")
            .offByDefault()
            .alias("squawk", "require-table-schema");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> made = rollout.commands(CreateTable.class)
                .filter(step -> step.command().persistence() != Command.Persistence.TEMPORARY)
                .flatMap(step -> unqualified(step.location(), step.command().name()));
        Stream<Finding> altered = rollout.commands(AlterTable.class)
                .flatMap(step -> unqualified(step.location(), step.command().name()));
        Stream<Finding> indexed = rollout.commands(CreateIndex.class)
                .flatMap(step -> unqualified(step.location(), step.command().table()));
        Stream<Finding> dropped = rollout.commands(DropObjects.class)
                .filter(step -> step.command().kind() == ObjectKind.TABLE)
                .flatMap(step -> step.command().names().stream().flatMap(name -> unqualified(step.location(), name)));
        return Stream.of(made, altered, indexed, dropped).flatMap(found -> found);
    }

    private static Stream<Finding> unqualified(Location.InFile location, SqlName table) {
        return table.schema().isPresent()
                ? Stream.empty()
                : Stream.of(RULE.at(
                        location,
                        table.name(),
                        "%s is looked up in the search_path of whoever runs this; write its schema, such as public.%s"
                                .formatted(table.sql(), table.sql())));
    }
}
