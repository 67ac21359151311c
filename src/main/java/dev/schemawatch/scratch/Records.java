package dev.schemawatch.scratch;

import dev.schemawatch.migration.Migration;
import java.util.UUID;

/** What Prisma writes of a migration (Prisma 6.19, schema engine): a row before it, completed after it. */
final class Records {
    static final String TABLE = """
            CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
              id varchar(36) PRIMARY KEY NOT NULL,
              checksum varchar(64) NOT NULL,
              finished_at timestamptz,
              migration_name varchar(255) NOT NULL,
              logs text,
              rolled_back_at timestamptz,
              started_at timestamptz NOT NULL DEFAULT now(),
              applied_steps_count integer NOT NULL DEFAULT 0
            )""";

    private final Migration migration;
    private final UUID id = UUID.randomUUID();

    Records(Migration migration) {
        this.migration = migration;
    }

    /** The row of a migration that begins; nothing for a script of people's own, which Prisma does not know. */
    String begin() {
        return migration.author() == Migration.Author.HAND
                ? ""
                : "INSERT INTO \"_prisma_migrations\" (id, checksum, started_at, migration_name) VALUES ('%s', '%s', now(), '%s')"
                        .formatted(
                                id,
                                migration.checksum().sha256(),
                                migration.name().replace("'", "''"));
    }

    /** The row is completed. */
    String end() {
        return migration.author() == Migration.Author.HAND
                ? ""
                : "UPDATE \"_prisma_migrations\" SET finished_at = now(), applied_steps_count = 1 WHERE id = '%s'"
                        .formatted(id);
    }
}
