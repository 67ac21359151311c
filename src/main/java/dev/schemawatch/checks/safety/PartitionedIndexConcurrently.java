package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateIndex;
import java.util.stream.Stream;

/** Flags CREATE INDEX CONCURRENTLY on a table of partitions, which PostgreSQL refuses (13 to 18). */
public final class PartitionedIndexConcurrently implements SafetyCheck {
    private static final Rule RULE = Rule.of(PartitionedIndexConcurrently.class, Severity.ERROR)
            .summary("An index of a partitioned table is to be built CONCURRENTLY, which PostgreSQL refuses")
            .why("An index of a partitioned table is one index of each partition, and PostgreSQL does not build"
                    + " them all beside the writes: \"cannot create index on partitioned table concurrently\". The"
                    + " migration fails, always.")
            .instead("Create the index ON ONLY the partitioned table, build one CONCURRENTLY on each partition, and"
                    + " attach them: the index is valid once the last one is attached.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(CreateIndex.class)
                .filter(step -> step.command().concurrently()
                        && rollout.isPartitioned(step.command().table()))
                .map(step -> RULE.at(
                        step.location(),
                        Words.named(step.command()),
                        "%s is partitioned, and PostgreSQL refuses CONCURRENTLY for its index %s. Instead: %s"
                                .formatted(
                                        step.command().table().sql(),
                                        Words.named(step.command()),
                                        Rewrites.byPartition(step.command()))));
    }
}
