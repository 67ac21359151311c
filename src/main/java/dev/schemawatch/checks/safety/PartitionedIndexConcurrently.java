package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.ObjectKind;
import java.util.stream.Stream;

/** Flags CREATE and DROP INDEX CONCURRENTLY for a table of partitions, which PostgreSQL refuses (13 to 18). */
public final class PartitionedIndexConcurrently implements SafetyCheck {
    private static final Rule RULE = Rule.of(PartitionedIndexConcurrently.class, Severity.ERROR)
            .summary("An index of a partitioned table is to be built or dropped CONCURRENTLY, which PostgreSQL refuses")
            .why(
                    "An index of a partitioned table is one index of each partition, and PostgreSQL neither builds nor drops"
                            + " them all beside the writes: \"cannot create index on partitioned table concurrently\", \"cannot"
                            + " drop partitioned index concurrently\". The migration fails, always.")
            .instead("Create the index ON ONLY the partitioned table, build one CONCURRENTLY on each partition, and"
                    + " attach them: the index is valid once the last one is attached. Drop it without CONCURRENTLY, with"
                    + " a lock_timeout.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return Stream.concat(built(rollout), dropped(rollout));
    }

    private static Stream<Finding> built(Rollout rollout) {
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

    private static Stream<Finding> dropped(Rollout rollout) {
        return rollout.commands(DropObjects.class)
                .filter(step -> step.command().kind() == ObjectKind.INDEX
                        && step.command().concurrently())
                .flatMap(step -> step.command().names().stream()
                        .flatMap(index -> rollout.partitionedOwner(index).stream()
                                .map(table -> RULE.at(
                                        step.location(),
                                        index.sql(),
                                        "%s is partitioned, and PostgreSQL refuses CONCURRENTLY for its index %s. Instead: SET lock_timeout = '2s'; DROP INDEX IF EXISTS %s;"
                                                .formatted(table.name().sql(), index.sql(), index.sql())))));
    }
}
