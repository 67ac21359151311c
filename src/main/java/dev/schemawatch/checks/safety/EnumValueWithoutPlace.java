package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.AlterObject;
import dev.schemawatch.sql.Command.ObjectAction;
import java.util.stream.Stream;

/** Flags ADD VALUE without BEFORE or AFTER. */
public final class EnumValueWithoutPlace implements SafetyCheck {
    private static final Rule RULE = Rule.of(EnumValueWithoutPlace.class, Severity.INFO)
            .summary("A label is added to an enumerated type without a place")
            .why("It comes last, and the order of labels is the order in which values sort and compare; it"
                    + " cannot be changed later.")
            .instead("ALTER TYPE … ADD VALUE … BEFORE or AFTER another label.")
            .offByDefault()
            .alias("squawk", "require-enum-value-ordering")
            .alias("postgres-language-server", "require-enum-value-ordering");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(AlterObject.class)
                .flatMap(step -> step.command().action() instanceof ObjectAction.AddValue add && !add.placed()
                        ? Stream.of(RULE.at(
                                step.location(),
                                step.command().name().name() + "." + add.value(),
                                "the label '%s' of %s comes last, in sorting too; say BEFORE or AFTER which label it belongs"
                                        .formatted(
                                                add.value(),
                                                step.command().name().sql())))
                        : Stream.empty());
    }
}
