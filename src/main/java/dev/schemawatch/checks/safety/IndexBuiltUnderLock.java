package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateIndex;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags CREATE INDEX without CONCURRENTLY on a table that was there before. */
public final class IndexBuiltUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(IndexBuiltUnderLock.class, Severity.WARNING)
            .summary("An index is built while writes to its table wait")
            .why("CREATE INDEX takes a SHARE lock until the index is built: on a big table every INSERT,"
                    + " UPDATE and DELETE waits for minutes.")
            .instead("CREATE INDEX CONCURRENTLY, the only statement of a migration of its own: it cannot run"
                    + " beside others in one transaction.")
            .alias("squawk", "require-concurrent-index-creation")
            .alias("atlas", "PG101")
            .alias("strong_migrations", "add_index")
            .alias("eugene", "E6")
            .alias("postgres-language-server", "require-concurrent-index-creation");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(CreateIndex.class)
                .filter(step -> !step.command().concurrently())
                .filter(step -> !rollout.isMade(step.command().table()))
                .flatMap(step ->
                        finding(step, rollout.isPartitioned(step.command().table())).stream());
    }

    private static Optional<Finding> finding(Step<CreateIndex> step, boolean partitioned) {
        CreateIndex index = step.command();
        if (partitioned) {
            // ON ONLY builds nothing: the index is there, and not valid until one of each partition is attached.
            return index.only()
                    ? Optional.empty()
                    : Optional.of(RULE.at(
                            step.location(),
                            Words.named(index),
                            "building the index %s takes %s and on each of its partitions until all are done, and CONCURRENTLY is refused for a partitioned table. Instead: %s"
                                    .formatted(
                                            Words.named(index),
                                            Lock.SHARE.on(index.table()),
                                            Rewrites.byPartition(index))));
        }
        return Optional.of(RULE.at(
                step.location(),
                Words.named(index),
                "building the index %s takes %s until it is done. Instead, alone in a migration of its own: %s;"
                        .formatted(Words.named(index), Lock.SHARE.on(index.table()), Rewrites.concurrently(index))));
    }
}
