package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import java.util.stream.Stream;

/** Flags names that PostgreSQL cuts. */
public final class NameTooLong implements SafetyCheck {
    private static final Rule RULE = Rule.of(NameTooLong.class, Severity.WARNING)
            .summary("A name is longer than 63 bytes, and PostgreSQL cuts it")
            .why("It tells nobody but the log. Whatever names the object by its full name later (Prisma, a"
                    + " DROP … IF EXISTS, a monitor) finds nothing, or two names become one.")
            .instead("Choose a shorter name; in Prisma with map:.")
            .alias("squawk", "identifier-too-long");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.migration().statements().stream()
                .flatMap(statement -> statement.cutNames().stream()
                        .map(name -> RULE.at(
                                statement.location(),
                                name,
                                "the name %s is longer than 63 bytes, and PostgreSQL cuts what is behind that; choose a shorter one"
                                        .formatted(SqlName.quote(name)))));
    }
}
