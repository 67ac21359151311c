package dev.schemawatch.postgres;

import dev.schemawatch.migration.AppliedMigration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of {@code _prisma_migrations}, which Prisma keeps in the namespace of the connection URL. */
final class PostgresHistory {
    private static final String PERMISSION_DENIED = "42501";

    private final CatalogTransaction catalog;

    PostgresHistory(CatalogTransaction catalog) {
        this.catalog = catalog;
    }

    /**
     * The rows in the order of their start; empty when there is no such table.
     *
     * @throws SQLException with state 42501 when there is one and this role may not read it: that is not "no history"
     */
    Optional<List<AppliedMigration>> read(String namespace) throws SQLException {
        List<Source> tables = catalog.read(
                "history_table",
                Set.of(namespace),
                row -> new Source(row.getString("name"), row.getBoolean("readable")));
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Source table = tables.getFirst();
        if (!table.readable) {
            throw new SQLException("permission denied for table _prisma_migrations", PERMISSION_DENIED);
        }
        return Optional.of(catalog.ask("""
                SELECT migration_name, checksum, started_at, finished_at, rolled_back_at, applied_steps_count, logs
                FROM %s
                ORDER BY started_at, migration_name, id""".formatted(table.name), List.of(), PostgresHistory::migration));
    }

    private static AppliedMigration migration(ResultSet row) throws SQLException {
        return new AppliedMigration(
                row.getString("migration_name"),
                row.getString("checksum"),
                instant(row, "started_at").orElseThrow(),
                instant(row, "finished_at"),
                instant(row, "rolled_back_at"),
                row.getInt("applied_steps_count"),
                Optional.ofNullable(row.getString("logs")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The table's quoted name. */
    private record Source(String name, boolean readable) {}
}
