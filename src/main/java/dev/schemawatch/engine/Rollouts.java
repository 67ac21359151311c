package dev.schemawatch.engine;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.Observations;
import dev.schemawatch.migration.SeenMakers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The migrations of a project that are to come, and those before them.
 *
 * @param migrations all of them, in order
 * @param coming those among them that are to come
 * @param splits whether Prisma sends a script that cannot run in one transaction statement by statement
 * @param namespace the PostgreSQL schema that scripts mean when they name none
 * @param observations what dry runs have seen of the migrations
 */
record Rollouts(
        List<Migration> migrations,
        List<Migration> coming,
        boolean splits,
        String namespace,
        Observations observations) {

    Rollouts {
        migrations = List.copyOf(migrations);
        coming = List.copyOf(coming);
    }

    /**
     * Each of them with what the ones before it made. Nobody records when people ran their scripts: before one of Prisma's
     * migrations they may all have run, or Prisma would not drop what they made.
     */
    List<Rollout> all() {
        LedgerReader inOrder = new LedgerReader();
        LedgerReader afterScripts = new LedgerReader();
        boolean hasScripts = migrations.stream().anyMatch(migration -> migration.author() == Author.HAND);
        migrations.stream()
                .filter(migration -> migration.author() == Author.HAND)
                .forEach(afterScripts::add);
        Set<String> wanted = coming.stream().map(Migration::path).collect(Collectors.toSet());
        List<Rollout> rollouts = new ArrayList<>();
        for (Migration migration : migrations) {
            boolean byPrisma = migration.author() == Author.PRISMA;
            if (wanted.contains(migration.path())) {
                LedgerReader before = byPrisma && hasScripts ? afterScripts : inOrder;
                SeenMakers seen = SeenMakers.before(migration, observations, namespace, splits, migrations);
                rollouts.add(Rollout.of(migration, before.ledger(), seen, byPrisma && !splits));
            }
            inOrder.add(migration);
            if (byPrisma && hasScripts) {
                afterScripts.add(migration);
            }
        }
        return rollouts;
    }
}
