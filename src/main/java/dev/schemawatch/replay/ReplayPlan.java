package dev.schemawatch.replay;

import dev.schemawatch.migration.Migration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a replay has to do.
 *
 * @param namespace the PostgreSQL schema that scripts mean when they name none
 * @param migrations in the order in which they are applied
 * @param patience how long one migration may take
 * @param splits whether a script that cannot run in one transaction is sent statement by statement, as Prisma does from 7.4 on
 * @param traced how many of the last migrations are traced
 */
public record ReplayPlan(String namespace, List<Migration> migrations, Duration patience, boolean splits, int traced) {
    public ReplayPlan {
        Objects.requireNonNull(namespace);
        migrations = List.copyOf(migrations);
        Objects.requireNonNull(patience);
    }

    /** The same replay with so many of the last migrations traced. */
    public ReplayPlan tracing(int last) {
        return new ReplayPlan(namespace, migrations, patience, splits, Math.min(last, migrations.size()));
    }
}
