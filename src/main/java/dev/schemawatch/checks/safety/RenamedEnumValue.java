package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.AlterObject;
import dev.schemawatch.sql.Command.ObjectAction;
import java.util.stream.Stream;

/** Flags a label of an enumerated type that is spelt differently from now on. */
public final class RenamedEnumValue implements SafetyCheck {
    private static final Rule RULE = Rule.of(RenamedEnumValue.class, Severity.WARNING)
            .summary("A label of an enumerated type is renamed while the last release still writes the old one")
            .why("The old release fails when it writes the old label, and when it reads the new one.")
            .instead("Add the new label, release code that understands both, change the rows, and leave the old"
                    + " label where it is.")
            .alias("strong_migrations", "rename_enum_value");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(AlterObject.class)
                .flatMap(step -> step.command().action() instanceof ObjectAction.RenameValue rename
                        ? Stream.of(RULE.at(
                                step.location(),
                                step.command().name().name() + "." + rename.from(),
                                "the label '%s' of %s is '%s' from now on, and the release that still runs fails. Instead: ALTER TYPE %s ADD VALUE IF NOT EXISTS '%s';"
                                        .formatted(
                                                rename.from(),
                                                step.command().name().sql(),
                                                rename.to(),
                                                step.command().name().sql(),
                                                rename.to().replace("'", "''"))))
                        : Stream.empty());
    }
}
