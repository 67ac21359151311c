package dev.schemawatch.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a statement does to the schema of a database: one statement has as many effects as objects that it changes. The
 * vocabulary is closed; what is not in it (rows, rights, functions, triggers, comments) is no effect.
 */
public sealed interface SchemaEffect {

    /** The kinds of objects that stand alone. */
    enum Kind {
        SCHEMA,
        EXTENSION,
        TABLE,
        VIEW,
        SEQUENCE,
        TYPE
    }

    /** The kinds of keys; a unique constraint and a unique index are the same here. */
    enum KeyKind {
        PRIMARY_KEY,
        UNIQUE,
        INDEX,
        FOREIGN_KEY
    }

    /** What can be changed in a column that stays. */
    enum Alteration {
        TYPE,
        SET_NOT_NULL,
        DROP_NOT_NULL,
        /** A default, an identity or a formula comes, in place of another one or of none. */
        SET_DEFAULT,
        DROP_DEFAULT
    }

    /**
     * An object comes, if there is none of that name.
     *
     * @param parts the columns and keys that come with a table; none for other objects, and where they are not named (CREATE
     *     TABLE … AS)
     */
    record Create(Kind kind, SqlName name, List<SchemaEffect> parts) implements SchemaEffect {
        public Create {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
            parts = List.copyOf(parts);
        }
    }

    /** An object goes, with its parts. */
    record Drop(Kind kind, SqlName name) implements SchemaEffect {}

    /** An object gets another name, or another schema. */
    record Rename(Kind kind, SqlName from, SqlName to) implements SchemaEffect {}

    /** A column comes. */
    record AddColumn(SqlName table, String column) implements SchemaEffect {}

    /** A column goes, with every key that it is part of. */
    record DropColumn(SqlName table, String column) implements SchemaEffect {}

    /** A column gets another name. */
    record RenameColumn(SqlName table, String from, String to) implements SchemaEffect {}

    /** A property of a column is set anew. */
    record AlterColumn(SqlName table, String column, Alteration alteration) implements SchemaEffect {}

    /**
     * An index or a constraint comes.
     *
     * @param name empty where PostgreSQL makes it up
     * @param columns in key order; empty where they are not all plain columns, or not named
     */
    record AddKey(KeyKind kind, SqlName table, Optional<String> name, List<String> columns) implements SchemaEffect {
        public AddKey {
            Objects.requireNonNull(name);
            columns = List.copyOf(columns);
        }
    }

    /**
     * An index or a constraint goes.
     *
     * @param table empty for an index: its name is unique in the schema
     */
    record DropKey(Optional<SqlName> table, String name) implements SchemaEffect {
        public DropKey {
            Objects.requireNonNull(table);
        }
    }

    /**
     * An index or a constraint gets another name.
     *
     * @param table empty for an index
     */
    record RenameKey(Optional<SqlName> table, String from, String to) implements SchemaEffect {
        public RenameKey {
            Objects.requireNonNull(table);
        }
    }

    /** An enumerated type gets another label. */
    record AddValue(SqlName type, String value) implements SchemaEffect {}

    /** A label of an enumerated type is spelt differently from now on. */
    record RenameValue(SqlName type, String from, String to) implements SchemaEffect {}
}
