package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.ObjectKind;
import java.util.stream.Stream;

/** Flags DROP SCHEMA and DROP DATABASE. */
public final class DroppedSchema implements SafetyCheck {
    private static final Rule RULE = Rule.of(DroppedSchema.class, Severity.ERROR)
            .summary("A schema or a database is dropped with all that is in it")
            .why("Nobody sees in the migration what goes: every table in it, with every row.")
            .instead("Drop the objects one by one, by name, after nothing uses them.")
            .alias("squawk", "ban-drop-database")
            .alias("atlas", "DS101")
            .alias("postgres-language-server", "ban-drop-schema")
            .alias("postgres-language-server", "ban-drop-database");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(DropObjects.class)
                .filter(step -> step.command().kind() == ObjectKind.SCHEMA
                        || step.command().kind() == ObjectKind.DATABASE)
                .flatMap(step -> step.command().names().stream()
                        .map(name -> RULE.at(
                                step.location(),
                                step.command().kind().word() + " " + name.name(),
                                "the %s %s is dropped%s; drop what is in it by name, and the %s only when it is empty"
                                        .formatted(
                                                step.command().kind().word(),
                                                name.sql(),
                                                step.command().cascade()
                                                                || step.command()
                                                                                .kind()
                                                                        == ObjectKind.DATABASE
                                                        ? " with everything in it"
                                                        : "",
                                                step.command().kind().word()))));
    }
}
