package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AttachPartition;
import java.util.stream.Stream;

/** Flags ATTACH PARTITION, which scans what it attaches unless a constraint proves what the scan would find. */
public final class PartitionAttachedUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(PartitionAttachedUnderLock.class, Severity.WARNING)
            .summary("A partition is attached, and scanned while it is locked")
            .why("ATTACH PARTITION takes ACCESS EXCLUSIVE on the table that it attaches (and on the default"
                    + " partition), and reads all of it to see that every row belongs there.")
            .instead("Give the table a validated CHECK constraint that says what the partition bounds say; then"
                    + " nothing is scanned.")
            .alias("postgres-language-server", "avoid-attaching-partition");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.changes(AttachPartition.class)
                .filter(change -> !rollout.isMade(change.action().partition()))
                .map(change -> {
                    SqlName partition = change.action().partition();
                    return RULE.at(
                            change.location(),
                            partition.sql(),
                            "attaching %s takes %s while its rows are read, unless a valid CHECK constraint says what the bounds say. Add such a constraint NOT VALID and validate it in migrations before this one"
                                    .formatted(partition.sql(), Lock.ACCESS_EXCLUSIVE.on(partition)));
                });
    }
}
