package dev.schemawatch.sql;

import dev.schemawatch.finding.Location;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import java.util.Objects;
import java.util.Optional;

/** One of the things that an ALTER TABLE does. */
public sealed interface TableAction {

    /** Where it is written. */
    Location.InFile location();

    /** A column comes. */
    record AddColumn(ColumnDefinition column, boolean ifNotExists, Location.InFile location) implements TableAction {}

    /** A column goes, with every key that it is part of. */
    record DropColumn(String column, boolean ifExists, boolean cascade, Location.InFile location)
            implements TableAction {}

    /** A column gets another name. */
    record RenameColumn(String from, String to, Location.InFile location) implements TableAction {}

    /** A property of a column is set anew. */
    record AlterColumn(String column, ColumnAlteration alteration, Location.InFile location) implements TableAction {}

    /** A constraint comes. */
    record AddConstraint(TableElement.Constraint constraint, Location.InFile location) implements TableAction {}

    /** A constraint goes. */
    record DropConstraint(String name, boolean ifExists, boolean cascade, Location.InFile location)
            implements TableAction {}

    /** The rows that were there before the constraint are looked at. */
    record ValidateConstraint(String name, Location.InFile location) implements TableAction {}

    /** A foreign key that PostgreSQL only took note of holds from now on, for the rows that are there as well (PostgreSQL 18). */
    record EnforceConstraint(String name, Location.InFile location) implements TableAction {}

    /** A constraint gets another name. */
    record RenameConstraint(String from, String to, Location.InFile location) implements TableAction {}

    /** The table gets another name. */
    record RenameTable(String to, Location.InFile location) implements TableAction {}

    /** The table moves to another schema. */
    record SetSchema(String schema, Location.InFile location) implements TableAction {}

    /** A table becomes a partition of this one. */
    record AttachPartition(SqlName partition, Location.InFile location) implements TableAction {}

    /** A partition becomes a table of its own. */
    record DetachPartition(SqlName partition, boolean concurrently, Location.InFile location) implements TableAction {}

    /**
     * A trigger is switched on or off.
     *
     * @param trigger its name, or {@code ALL} or {@code USER}
     */
    record ToggleTrigger(boolean enable, String trigger, Location.InFile location) implements TableAction {}

    /**
     * The rows are written to another place or in another way.
     *
     * @param what the action as SQL writes it: {@code SET LOGGED}
     */
    record SetStorage(String what, Location.InFile location) implements TableAction {}

    /**
     * Anything else.
     *
     * @param words the keywords that it begins with
     */
    record OtherAction(String words, Location.InFile location) implements TableAction {}

    /** What can be changed in a column that stays. */
    sealed interface ColumnAlteration {
        /**
         * The type, and with it the values.
         *
         * @param written the type as written
         * @param collated whether COLLATE names an order of its values
         * @param using the expression that makes the new values; empty for the cast that PostgreSQL knows
         */
        record SetType(SqlType type, String written, boolean collated, Optional<String> using)
                implements ColumnAlteration {
            public SetType {
                Objects.requireNonNull(type);
                Objects.requireNonNull(using);
            }
        }

        /** No row may be without a value from now on. */
        record SetNotNull() implements ColumnAlteration {}

        /** A row may be without a value. */
        record DropNotNull() implements ColumnAlteration {}

        /** A default comes, in place of another one or of none. */
        record SetDefault(SqlExpression value) implements ColumnAlteration {}

        /** The default goes. */
        record DropDefault() implements ColumnAlteration {}

        /** The column numbers its rows. */
        record AddIdentity() implements ColumnAlteration {}

        /** The column numbers its rows no more. */
        record DropIdentity() implements ColumnAlteration {}

        /** A formula comes in place of another one (PostgreSQL 17). */
        record SetExpression() implements ColumnAlteration {}

        /** The formula goes; its values stay. */
        record DropExpression() implements ColumnAlteration {}

        /** What readers and writers do not notice: statistics, storage, options. */
        record OtherAlteration() implements ColumnAlteration {}
    }
}
