package dev.schemawatch.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a statement says, as far as anything depends on it. The family is closed; every statement is one of it. */
public sealed interface Command {

    /** How long a table lasts, and whether it survives a crash. */
    enum Persistence {
        PERMANENT,
        UNLOGGED,
        TEMPORARY
    }

    /**
     * A table comes.
     *
     * @param elements none where they are not named: CREATE TABLE … AS, PARTITION OF, OF type
     * @param fromQuery whether a query fills it
     * @param partitioned whether its rows lie in partitions: PARTITION BY
     */
    record CreateTable(
            SqlName name,
            boolean ifNotExists,
            Persistence persistence,
            List<TableElement> elements,
            boolean fromQuery,
            Optional<SqlName> partitionOf,
            boolean partitioned)
            implements Command {
        public CreateTable {
            elements = List.copyOf(elements);
            Objects.requireNonNull(partitionOf);
        }
    }

    /** A table changes. */
    record AlterTable(SqlName name, boolean ifExists, List<TableAction> actions) implements Command {
        public AlterTable {
            actions = List.copyOf(actions);
        }
    }

    /**
     * An index comes.
     *
     * @param name empty where PostgreSQL makes it up
     * @param only whether it is to be without those of the partitions: ON ONLY
     * @param columns in key order; empty where they are not all plain columns
     * @param keys how many columns and expressions there are
     * @param definition as written, from the table's name on
     */
    record CreateIndex(
            Optional<SqlName> name,
            SqlName table,
            boolean unique,
            boolean concurrently,
            boolean ifNotExists,
            boolean only,
            List<String> columns,
            int keys,
            String definition)
            implements Command {
        public CreateIndex {
            Objects.requireNonNull(name);
            columns = List.copyOf(columns);
        }
    }

    /**
     * A type comes.
     *
     * @param labels of an enumerated type; empty for a type of another kind
     */
    record CreateType(SqlName name, Optional<List<String>> labels) implements Command {
        public CreateType {
            labels = labels.map(List::copyOf);
        }
    }

    /**
     * A domain comes.
     *
     * @param constrained whether it restricts the values of its base type
     */
    record CreateDomain(SqlName name, boolean constrained) implements Command {}

    /** A trigger, rule or policy comes. */
    record CreateOnTable(ObjectKind kind, SqlName name, SqlName table, boolean orReplace) implements Command {}

    /**
     * An object of another kind comes.
     *
     * @param steady whether it is a function that gives one statement one value: IMMUTABLE or STABLE
     * @param columns of a view, in order, as far as they are named
     */
    record CreateObject(
            ObjectKind kind,
            SqlName name,
            boolean ifNotExists,
            boolean orReplace,
            boolean temporary,
            boolean steady,
            List<String> columns)
            implements Command {
        public CreateObject {
            columns = List.copyOf(columns);
        }
    }

    /** An object that is no table changes. */
    record AlterObject(ObjectKind kind, SqlName name, boolean ifExists, ObjectAction action) implements Command {}

    /**
     * Objects go.
     *
     * @param names may be empty where they are not named by a name: casts, operator classes
     * @param table of triggers, rules and policies
     */
    record DropObjects(
            ObjectKind kind,
            List<SqlName> names,
            boolean ifExists,
            boolean concurrently,
            boolean cascade,
            Optional<SqlName> table)
            implements Command {
        public DropObjects {
            names = List.copyOf(names);
            Objects.requireNonNull(table);
        }
    }

    /**
     * Rows come.
     *
     * @param columns that are named, in order; one that is named twice is in it twice
     * @param fromQuery whether a query says which
     * @param tolerant whether rows that are there already are passed over or changed: ON CONFLICT, WHERE NOT EXISTS
     */
    record Insert(SqlName table, List<String> columns, boolean fromQuery, boolean tolerant) implements Command {
        public Insert {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Rows change.
     *
     * @param columns that are set, in order; a column that is set twice is in it twice
     * @param hasWhere false where every row changes: WHERE true is none
     */
    record Update(SqlName table, List<String> columns, boolean hasWhere) implements Command {
        public Update {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Rows go.
     *
     * @param hasWhere false where every row goes: WHERE true is none
     */
    record Delete(SqlName table, boolean hasWhere) implements Command {}

    /** Tables are emptied. */
    record Truncate(List<SqlName> tables, boolean cascade) implements Command {
        public Truncate {
            tables = List.copyOf(tables);
        }
    }

    /** What the words of transaction control do. */
    enum TransactionVerb {
        BEGIN,
        COMMIT,
        ROLLBACK,
        /** Savepoints, and two-phase commits. */
        WITHIN
    }

    /** A transaction begins or ends. */
    record Transaction(TransactionVerb verb) implements Command {}

    /**
     * A setting is set.
     *
     * @param name in lower case
     * @param local whether it is for this transaction alone
     * @param zero whether its number is 0, in any unit: for a time limit, none
     */
    record SetVariable(String name, boolean local, boolean zero) implements Command {}

    /** Tables are locked. */
    record LockTables(List<SqlName> tables) implements Command {
        public LockTables {
            tables = List.copyOf(tables);
        }
    }

    /**
     * Dead rows are cleared away.
     *
     * @param full whether the table is written anew
     */
    record Vacuum(boolean full, List<SqlName> tables) implements Command {
        public Vacuum {
            tables = List.copyOf(tables);
        }
    }

    /** A table is written anew in the order of an index; empty for every table that was before. */
    record Cluster(Optional<SqlName> table) implements Command {
        public Cluster {
            Objects.requireNonNull(table);
        }
    }

    /**
     * Indexes are built anew.
     *
     * @param target what of: INDEX, TABLE, SCHEMA, DATABASE or SYSTEM
     */
    record Reindex(ObjectKind target, Optional<SqlName> name, boolean concurrently) implements Command {
        public Reindex {
            Objects.requireNonNull(name);
        }
    }

    /** A materialized view is filled anew. */
    record RefreshView(SqlName name, boolean concurrently) implements Command {}

    /**
     * Code that runs at once.
     *
     * @param statements those in it that define something; one that is put together at run time is not among them
     */
    record DoBlock(List<SqlStatement> statements) implements Command {
        public DoBlock {
            statements = List.copyOf(statements);
        }
    }

    /**
     * A statement of which nothing more is known than its first word.
     *
     * @param verb in upper case
     */
    record Other(String verb) implements Command {}

    /**
     * What PostgreSQL refuses to run.
     *
     * @param problem a clause that says why
     * @param instead what to do, as SQL or as a clause
     */
    record Invalid(String problem, String instead) implements Command {}

    /** One of the things that an ALTER of an object that is no table does. */
    sealed interface ObjectAction {
        /** It gets another name. */
        record RenameTo(String name) implements ObjectAction {}

        /** It moves to another schema. */
        record SetSchema(String schema) implements ObjectAction {}

        /**
         * An enumerated type gets another label.
         *
         * @param placed whether BEFORE or AFTER says where
         */
        record AddValue(String value, boolean ifNotExists, boolean placed) implements ObjectAction {}

        /** A label of an enumerated type is spelt differently from now on. */
        record RenameValue(String from, String to) implements ObjectAction {}

        /** A domain restricts its values. */
        record AddConstraint(TableElement.Constraint constraint) implements ObjectAction {}

        /** Anything else. */
        record OtherAlteration() implements ObjectAction {}
    }
}
