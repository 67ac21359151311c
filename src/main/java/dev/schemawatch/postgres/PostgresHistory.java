package dev.schemawatch.postgres;

import dev.schemawatch.engine.History;
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
    private final CatalogTransaction catalog;

    PostgresHistory(CatalogTransaction catalog) {
        this.catalog = catalog;
    }

    /**
     * The rows in the order of their start. A table that this look cannot read is no reason to throw the catalog away.
     *
     * @throws SQLException when the session came to an end, or the server takes too long
     */
    History<List<AppliedMigration>> read(String namespace) throws SQLException {
        List<Source> tables = catalog.read(
                "history_table",
                Set.of(namespace),
                row -> new Source(row.getString("name"), row.getBoolean("readable")));
        return tables.isEmpty() ? new History.NoTable<>() : read(tables.getFirst());
    }

    private History<List<AppliedMigration>> read(Source table) throws SQLException {
        if (!table.readable) {
            return new History.Unreadable<>("this role may not read " + table.name
                    + ". GRANT USAGE on its schema and GRANT SELECT on the table to the role of the URL.");
        }
        try {
            return new History.Read<>(catalog.attempt(() -> rows(table)));
        } catch (SQLException e) {
            return new History.Unreadable<>(why(table, e).orElseThrow(() -> e));
        }
    }

    private List<AppliedMigration> rows(Source table) throws SQLException {
        return catalog.ask("""
                SELECT migration_name, checksum, started_at, finished_at, rolled_back_at
                FROM %s
                ORDER BY started_at, migration_name, id""".formatted(table.name), List.of(), PostgresHistory::migration);
    }

    /** The reason, where the error is about this table and not about the session. */
    private static Optional<String> why(Source table, SQLException error) {
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        if (state.equals(CatalogTransaction.LOCK_NOT_AVAILABLE)) {
            return Optional.of(table.name + " is locked by another session, probably a running migration."
                    + " Look again when it has ended.");
        }
        return state.startsWith("42")
                ? Optional.of(table.name + " does not have the columns that Prisma gives it (PostgreSQL: " + state
                        + "). Rename it if it is not Prisma's.")
                : Optional.empty();
    }

    private static AppliedMigration migration(ResultSet row) throws SQLException {
        return new AppliedMigration(
                row.getString("migration_name"),
                row.getString("checksum"),
                instant(row, "started_at").orElseThrow(),
                instant(row, "finished_at"),
                instant(row, "rolled_back_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The table's quoted name. */
    private record Source(String name, boolean readable) {}
}
