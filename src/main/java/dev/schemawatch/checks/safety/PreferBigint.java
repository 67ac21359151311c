package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** Flags integer and smallint columns. */
public final class PreferBigint implements SafetyCheck {
    private static final Rule RULE = Rule.of(PreferBigint.class, Severity.WARNING)
            .summary("A column holds 32-bit numbers")
            .why("An id that reaches 2,147,483,647 stops every INSERT, and making it a bigint then rewrites"
                    + " the table.")
            .instead("bigint, in Prisma BigInt.")
            .offByDefault()
            .alias("squawk", "prefer-bigint-over-int")
            .alias("squawk", "prefer-bigint-over-smallint")
            .alias("postgres-language-server", "prefer-big-int")
            .alias("postgres-language-server", "prefer-bigint-over-int")
            .alias("postgres-language-server", "prefer-bigint-over-smallint");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return NewColumn.of(rollout)
                .filter(column -> Set.of("integer", "smallint", "serial", "serial4", "smallserial", "serial2")
                        .contains(column.definition().type().name()))
                .map(column -> RULE.at(
                        column.definition().location(),
                        column.subject(),
                        "%s is %s, which ends at two thousand million or before; use bigint"
                                .formatted(
                                        column.subject(),
                                        column.definition().type().display())));
    }
}
