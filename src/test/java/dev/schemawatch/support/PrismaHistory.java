package dev.schemawatch.support;

/** The table in which Prisma keeps what it applied, as Prisma 6.19 makes it. */
public final class PrismaHistory {
    /** Makes the table in the first namespace of the search path, unless it is there. */
    public static final String TABLE = """
            CREATE TABLE IF NOT EXISTS _prisma_migrations (
              id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
              migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
              started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);
            """;

    private PrismaHistory() {}
}
