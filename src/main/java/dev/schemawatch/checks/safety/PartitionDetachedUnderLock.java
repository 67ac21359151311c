package dev.schemawatch.checks.safety;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.TableAction.DetachPartition;
import java.util.stream.Stream;

/** Flags DETACH PARTITION without CONCURRENTLY, where the server has it. */
public final class PartitionDetachedUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(PartitionDetachedUnderLock.class, Severity.WARNING)
            .summary("A partition is detached while the whole table is locked")
            .why("DETACH PARTITION takes ACCESS EXCLUSIVE on the partitioned table and the partition: every"
                    + " query of any partition waits.")
            .instead("DETACH PARTITION … CONCURRENTLY (PostgreSQL 14), the only statement of a migration of its"
                    + " own.")
            .alias("squawk", "require-concurrent-partition-detach")
            .alias("postgres-language-server", "require-concurrent-partition-detach");

    private final int postgresVersion;

    /** A check for the PostgreSQL that the settings name. */
    public PartitionDetachedUnderLock(CheckSettings settings) {
        this.postgresVersion = settings.postgresVersion();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return postgresVersion < CONCURRENT
                ? Stream.empty()
                : rollout.changes(DetachPartition.class)
                        .filter(change -> !change.action().concurrently())
                        .map(change -> {
                            String partition = change.action().partition().sql();
                            return RULE.at(
                                    change.location(),
                                    partition,
                                    "detaching %s takes %s. Instead, alone in a migration of its own: ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY;"
                                            .formatted(
                                                    partition,
                                                    Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                                    change.table().sql(),
                                                    partition));
                        });
    }

    private static final int CONCURRENT = 14;
}
