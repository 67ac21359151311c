package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags timestamp without time zone. */
public final class PreferTimestamptz implements SafetyCheck {
    private static final Rule RULE = Rule.of(PreferTimestamptz.class, Severity.INFO)
            .summary("A time is stored without its zone")
            .why("Which moment it means depends on who reads it.")
            .instead("timestamptz, in Prisma @db.Timestamptz.")
            .offByDefault()
            .alias("squawk", "prefer-timestamp-tz")
            .alias("postgres-language-server", "prefer-timestamptz");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return NewColumn.of(rollout)
                .filter(column -> column.definition().type().name().equals("timestamp without time zone"))
                .map(column -> RULE.at(
                        column.definition().location(),
                        column.subject(),
                        "%s is a timestamp without time zone; timestamptz (in Prisma @db.Timestamptz) says which moment is meant"
                                .formatted(column.subject())));
    }
}
