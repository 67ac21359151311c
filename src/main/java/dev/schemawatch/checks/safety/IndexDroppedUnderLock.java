package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.LedgerTable;
import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags DROP INDEX without CONCURRENTLY. */
public final class IndexDroppedUnderLock implements SafetyCheck {
    private static final Rule RULE = Rule.of(IndexDroppedUnderLock.class, Severity.INFO)
            .summary("An index is dropped under a lock that everybody waits for")
            .why("DROP INDEX takes ACCESS EXCLUSIVE on the table. It is quick once it has the lock, but it"
                    + " queues behind the longest running query, and every other query queues behind it.")
            .instead(
                    "DROP INDEX CONCURRENTLY, the only statement of a migration of its own. PostgreSQL refuses that for an"
                            + " index of a partitioned table: drop that one with a lock_timeout.")
            .alias("squawk", "require-concurrent-index-deletion")
            .alias("atlas", "PG102")
            .alias("strong_migrations", "remove_index")
            .alias("postgres-language-server", "require-concurrent-index-deletion");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.commands(DropObjects.class)
                .filter(step -> step.command().kind() == ObjectKind.INDEX
                        && !step.command().concurrently())
                .flatMap(step -> step.command().names().stream()
                        .filter(index -> !isMadeHere(rollout, step, index)
                                && rollout.before()
                                        .owners(index.name())
                                        .noneMatch(table -> rollout.isMade(table.name())))
                        .map(index -> RULE.at(
                                step.location(), index.sql(), message(index, rollout.partitionedOwner(index)))));
    }

    /** PostgreSQL 13 to 18: an index of a table of partitions is not dropped concurrently, and those of its partitions not without it. */
    private static String message(SqlName index, Optional<LedgerTable> partitioned) {
        String name = index.sql();
        return partitioned
                .map(table ->
                        "dropping the index %s of the partitioned table %s takes ACCESS EXCLUSIVE on it and on all partitions (reads and writes wait), and PostgreSQL refuses CONCURRENTLY there. Instead, so that nobody waits for long: SET lock_timeout = '2s'; DROP INDEX IF EXISTS %s; and once more where it gives up"
                                .formatted(name, table.name().sql(), name))
                .orElseGet(() ->
                        "dropping the index %s takes %s. Instead, alone in a migration of its own: DROP INDEX CONCURRENTLY IF EXISTS %s;"
                                .formatted(name, Lock.ACCESS_EXCLUSIVE.onItsTable(), name));
    }

    /** Whether the migration made the index itself, and not in place of one that was there. */
    private static boolean isMadeHere(Rollout rollout, Step<DropObjects> drop, SqlName index) {
        return rollout.before().owners(index.name()).findAny().isEmpty()
                && rollout.commands(CreateIndex.class)
                        .filter(made ->
                                made.location().offset() < drop.location().offset())
                        .anyMatch(made -> made.command()
                                .name()
                                .filter(name -> name.name().equals(index.name()))
                                .isPresent());
    }
}
