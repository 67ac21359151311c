package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.Reindex;
import dev.schemawatch.sql.ObjectKind;
import java.util.stream.Stream;

/** Flags REINDEX without CONCURRENTLY. */
public final class ReindexUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(ReindexUnderLock.class, Severity.WARNING)
            .summary("An index is built anew while its table is locked")
            .why("REINDEX takes ACCESS EXCLUSIVE on the index and SHARE on its table: writes wait, and so does"
                    + " every query that would use the index.")
            .instead("REINDEX … CONCURRENTLY (PostgreSQL 12), the only statement of a migration of its own.")
            .alias("squawk", "require-concurrent-reindex")
            .alias("postgres-language-server", "require-concurrent-reindex");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(Reindex.class)
                .filter(step -> !step.command().concurrently() && step.command().target() != ObjectKind.SYSTEM)
                .map(step -> {
                    String what = step.command().target().sql()
                            + step.command()
                                    .name()
                                    .map(name -> " " + name.sql())
                                    .orElse("");
                    String rewrite = "REINDEX " + step.command().target().sql() + " CONCURRENTLY"
                            + step.command()
                                    .name()
                                    .map(name -> " " + name.sql())
                                    .orElse("");
                    return RULE.at(
                            step.location(),
                            what,
                            "REINDEX %s builds under SHARE on the table and ACCESS EXCLUSIVE on the index: writes wait, and so do reads that would use it. Instead, alone in a migration of its own: %s;"
                                    .formatted(what, rewrite));
                });
    }
}
