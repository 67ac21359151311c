package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags columns of type json. */
public final class JsonColumn implements SafetyCheck {
    private static final Rule RULE = Rule.of(JsonColumn.class, Severity.INFO)
            .summary("A column is json and not jsonb")
            .why("json has no equality: SELECT DISTINCT, GROUP BY and UNION fail on it, and no index helps to"
                    + " search it.")
            .instead("jsonb, in Prisma Json without @db.Json.")
            .alias("strong_migrations", "add_column_json")
            .alias("eugene", "E3")
            .alias("postgres-language-server", "prefer-jsonb");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return NewColumn.of(rollout)
                .filter(column -> column.definition().type().name().equals("json"))
                .map(column -> RULE.at(
                        column.definition().location(),
                        column.subject(),
                        "%s is json, which can be neither compared nor indexed; use jsonb"
                                .formatted(column.subject())));
    }
}
