package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.TableElement.Constraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.stream.Stream;

/** Flags a unique constraint that builds its index under an exclusive lock. */
public final class UniqueConstraintBuiltUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(UniqueConstraintBuiltUnderLock.class, Severity.WARNING)
            .summary("A unique constraint builds its index while the table is locked")
            .why("ADD UNIQUE takes ACCESS EXCLUSIVE until the index is built: reads and writes wait.")
            .instead("Build the unique index CONCURRENTLY in a migration of its own, and add the constraint USING"
                    + " INDEX in the next.")
            .alias("squawk", "disallowed-unique-constraint")
            .alias("atlas", "PG105")
            .alias("strong_migrations", "add_unique_constraint")
            .alias("eugene", "E7")
            .alias("postgres-language-server", "disallow-unique-constraint");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return AddedConstraint.of(rollout, ConstraintKind.UNIQUE)
                .filter(change -> change.constraint().usingIndex().isEmpty())
                .map(change -> {
                    Constraint unique = change.constraint();
                    return RULE.at(
                            change.location(),
                            Words.named(unique),
                            "the unique constraint %s takes %s until its index is built. Instead, in two migrations: %s"
                                    .formatted(
                                            Words.named(unique),
                                            Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                            change.rewritten(Rewrites.usingIndex(change.table(), unique))));
                });
    }
}
