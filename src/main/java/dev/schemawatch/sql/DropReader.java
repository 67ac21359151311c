package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.Command.Invalid;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind DROP: one statement can drop several objects. */
final class DropReader {
    private final SqlCursor sql;

    DropReader(SqlCursor sql) {
        this.sql = sql;
    }

    Command read() {
        sql.acceptAny("PROCEDURAL", "TRUSTED");
        return ObjectKindReader.read(sql)
                .map(this::objects)
                .orElseGet(() -> new Invalid("PostgreSQL drops nothing of this kind", "say what is to be dropped"));
    }

    private Command objects(ObjectKind kind) {
        boolean concurrently = sql.accept("CONCURRENTLY");
        boolean ifExists = sql.accept("IF", "EXISTS");
        boolean cascade = sql.holds("CASCADE");
        if (concurrently && (cascade || sql.copy().pieces(',').size() > 1)) {
            return alone(cascade);
        }
        if (!kind.isPartOfTable()) {
            return new DropObjects(kind, sql.names(), ifExists, concurrently, cascade, Optional.empty());
        }
        List<SqlName> names = sql.name().stream().toList();
        Optional<SqlName> table = sql.accept("ON") ? sql.name() : Optional.empty();
        return table.isEmpty()
                ? new Invalid(
                        "DROP " + kind.sql() + " names no table",
                        "say ON which table it is: its name is unique there only")
                : new DropObjects(kind, names, ifExists, false, cascade, table);
    }

    /** PostgreSQL 18 manual, DROP INDEX, CONCURRENTLY. */
    private static Invalid alone(boolean cascade) {
        return cascade
                ? new Invalid(
                        "DROP INDEX CONCURRENTLY has no CASCADE",
                        "drop the constraint that needs the index: ALTER TABLE … DROP CONSTRAINT")
                : new Invalid(
                        "DROP INDEX CONCURRENTLY drops one index at a time",
                        "a statement for each, each alone in a migration of its own");
    }
}
