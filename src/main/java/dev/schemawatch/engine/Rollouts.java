package dev.schemawatch.engine;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The migrations of a project that are to come, and those before them.
 *
 * @param migrations all of them, in order
 * @param coming those among them that are to come
 */
record Rollouts(List<Migration> migrations, List<Migration> coming, int prismaMajor) {
    /** Prisma splits a script into its statements since 7.4; who is on 7 most likely has a later one. */
    private static final int SPLITTING_MAJOR = 7;

    Rollouts {
        migrations = List.copyOf(migrations);
        coming = List.copyOf(coming);
    }

    /** Each of them with what the ones before it made. */
    List<Rollout> all() {
        LedgerReader ledger = new LedgerReader();
        Set<String> wanted = coming.stream().map(Migration::path).collect(Collectors.toSet());
        List<Rollout> rollouts = new ArrayList<>();
        for (Migration migration : migrations) {
            if (wanted.contains(migration.path())) {
                boolean oneTransaction = migration.author() == Migration.Author.PRISMA && prismaMajor < SPLITTING_MAJOR;
                rollouts.add(Rollout.of(migration, ledger.ledger(), oneTransaction));
            }
            ledger.add(migration);
        }
        return rollouts;
    }
}
