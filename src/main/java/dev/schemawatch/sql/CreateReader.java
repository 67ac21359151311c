package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.CreateDomain;
import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.Command.CreateObject;
import dev.schemawatch.sql.Command.CreateOnTable;
import dev.schemawatch.sql.Command.CreateTable;
import dev.schemawatch.sql.Command.CreateType;
import dev.schemawatch.sql.Command.Invalid;
import dev.schemawatch.sql.Command.Other;
import dev.schemawatch.sql.Command.Persistence;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind CREATE. */
final class CreateReader {
    private final SqlCursor sql;
    private boolean orReplace;
    private Persistence persistence = Persistence.PERMANENT;

    CreateReader(SqlCursor sql) {
        this.sql = sql;
    }

    Command read() {
        orReplace = sql.accept("OR", "REPLACE");
        sql.acceptAny("GLOBAL", "LOCAL");
        if (sql.acceptAny("TEMP", "TEMPORARY")) {
            persistence = Persistence.TEMPORARY;
        } else if (sql.accept("UNLOGGED")) {
            persistence = Persistence.UNLOGGED;
        }
        boolean unique = sql.accept("UNIQUE");
        sql.acceptAny("RECURSIVE", "CONSTRAINT", "TRUSTED", "PROCEDURAL");
        if (!sql.isAt("DEFAULT", "PRIVILEGES")) {
            sql.accept("DEFAULT");
        }
        Optional<ObjectKind> kind = ObjectKindReader.read(sql);
        return kind.isEmpty() ? unknown() : object(kind.get(), unique);
    }

    private Command unknown() {
        return new Invalid("PostgreSQL creates nothing of this kind", "say what is to be created");
    }

    private Command object(ObjectKind kind, boolean unique) {
        if (orReplace && !isReplaceable(kind)) {
            return new Invalid(
                    "CREATE OR REPLACE " + kind.sql() + " does not exist",
                    "DROP " + kind.sql() + " IF EXISTS first, then CREATE");
        }
        if (kind == ObjectKind.INDEX) {
            return index(unique);
        }
        boolean ifNotExists = sql.accept("IF", "NOT", "EXISTS");
        if (ifNotExists && !takesIfNotExists(kind)) {
            return MissingGuards.of(kind, sql);
        }
        return sql.name()
                .map(name -> named(kind, name, ifNotExists))
                // Casts, transforms and some others have no name.
                .orElse(new Other("CREATE"));
    }

    private Command named(ObjectKind kind, SqlName name, boolean ifNotExists) {
        boolean temporary = persistence == Persistence.TEMPORARY;
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> table(name, ifNotExists);
            case TYPE -> type(name);
            case DOMAIN -> new CreateDomain(name, sql.holds("CHECK") || sql.holds("NOT", "NULL"));
            case TRIGGER, RULE, POLICY -> onTable(kind, name);
            default ->
                new CreateObject(
                        kind,
                        name,
                        ifNotExists,
                        orReplace,
                        temporary,
                        kind == ObjectKind.FUNCTION && (sql.holds("IMMUTABLE") || sql.holds("STABLE")),
                        kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW
                                ? ViewColumnReader.read(sql)
                                : List.of());
        };
    }

    private Command table(SqlName name, boolean ifNotExists) {
        Optional<SqlName> parent = sql.accept("PARTITION", "OF") ? sql.name() : Optional.empty();
        if (parent.isPresent()) {
            return new CreateTable(
                    name, ifNotExists, persistence, List.of(), false, parent, sql.holds("PARTITION", "BY"));
        }
        if (sql.accept("OF")) {
            boolean partitioned = sql.holds("PARTITION", "BY");
            return new CreateTable(name, ifNotExists, persistence, List.of(), false, Optional.empty(), partitioned);
        }
        Optional<SqlCursor> body = sql.parentheses();
        if (sql.holds("AS")) {
            return new CreateTable(name, ifNotExists, persistence, List.of(), true, Optional.empty(), false);
        }
        if (body.isEmpty()) {
            return new Invalid("the columns of the table are missing", "name them in parentheses, () for none");
        }
        List<SqlCursor> pieces = body.get().pieces(',');
        Optional<Invalid> malformed = pieces.stream()
                .flatMap(piece -> MalformedElement.find(name, piece).stream())
                .findFirst();
        if (malformed.isPresent()) {
            return malformed.get();
        }
        return new CreateTable(
                name,
                ifNotExists,
                persistence,
                pieces.stream()
                        .flatMap(piece -> new TableElementReader(piece).read().stream())
                        .toList(),
                false,
                Optional.empty(),
                sql.holds("PARTITION", "BY"));
    }

    private Command type(SqlName name) {
        if (!sql.accept("AS", "ENUM")) {
            return new CreateType(name, Optional.empty());
        }
        return new CreateType(
                name,
                Optional.of(sql.listInParentheses().stream()
                        .flatMap(label -> label.string().stream())
                        .toList()));
    }

    private Command onTable(ObjectKind kind, SqlName name) {
        if (kind == ObjectKind.RULE) {
            sql.skipTo("TO");
        } else {
            sql.skipTo("ON");
        }
        sql.advance();
        return sql.name()
                .<Command>map(table -> new CreateOnTable(kind, name, table, orReplace))
                .orElse(new Invalid("the " + kind.word() + " names no table", "say ON which table it is"));
    }

    private Command index(boolean unique) {
        boolean concurrently = sql.accept("CONCURRENTLY");
        boolean ifNotExists = sql.accept("IF", "NOT", "EXISTS");
        Optional<SqlName> name = sql.isAt("ON") ? Optional.empty() : sql.name();
        if (ifNotExists && name.isEmpty()) {
            return new Invalid("CREATE INDEX IF NOT EXISTS needs the name that may exist", "name the index");
        }
        if (!sql.accept("ON")) {
            return new Invalid("the index names no table", "say ON which table it is");
        }
        boolean only = sql.accept("ONLY");
        int start = sql.mark();
        Optional<SqlName> table = sql.name();
        if (table.isEmpty()) {
            return new Invalid("the index names no table", "say ON which table it is");
        }
        if (sql.accept("USING")) {
            sql.advance();
        }
        List<SqlCursor> keys = sql.listInParentheses();
        sql.skipTo();
        return new CreateIndex(
                // An index is in the schema of its table; what stands before its name is no choice of the writer.
                name.map(index -> table.get().sibling(index.name())),
                table.get(),
                unique,
                concurrently,
                ifNotExists,
                only,
                ColumnListReader.read(keys),
                keys.size(),
                sql.textSince(start));
    }

    private static boolean isReplaceable(ObjectKind kind) {
        return switch (kind) {
            case VIEW, FUNCTION, PROCEDURE, AGGREGATE, TRIGGER, RULE, LANGUAGE, TRANSFORM -> true;
            default -> false;
        };
    }

    /** The kinds whose CREATE has IF NOT EXISTS (PostgreSQL 18 manual, "SQL Commands"). */
    private static boolean takesIfNotExists(ObjectKind kind) {
        return switch (kind) {
            case TABLE,
                    FOREIGN_TABLE,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    SCHEMA,
                    EXTENSION,
                    STATISTICS,
                    COLLATION,
                    SERVER,
                    USER_MAPPING -> true;
            default -> false;
        };
    }
}
