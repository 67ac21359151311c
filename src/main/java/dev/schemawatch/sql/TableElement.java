package dev.schemawatch.sql;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a table is made of: what stands between the parentheses of CREATE TABLE, and behind ADD in ALTER TABLE. */
public sealed interface TableElement {

    /** Where it is written. */
    Location.InFile location();

    /** How a column comes to its values by itself. */
    enum Generation {
        IDENTITY,
        /** A formula whose value is written into the row. */
        STORED,
        /** A formula that is evaluated at every read (PostgreSQL 18). */
        VIRTUAL
    }

    /**
     * A column.
     *
     * @param constraints keys and checks written behind the type; each is of this column
     * @param writtenType the type as written
     */
    record ColumnDefinition(
            String name,
            SqlType type,
            boolean notNull,
            Optional<SqlExpression> defaultValue,
            Optional<Generation> generation,
            List<Constraint> constraints,
            String writtenType,
            Location.InFile location)
            implements TableElement {
        public ColumnDefinition {
            Objects.requireNonNull(type);
            Objects.requireNonNull(defaultValue);
            Objects.requireNonNull(generation);
            constraints = List.copyOf(constraints);
            Objects.requireNonNull(location);
        }

        /** Whether a row may be without a value in it. */
        public boolean isRequired() {
            return notNull || has(ConstraintKind.PRIMARY_KEY);
        }

        /** Whether PostgreSQL finds a value for rows that are there already. */
        public boolean fillsItself() {
            return generation.isPresent()
                    || type.isSerial()
                    || defaultValue.filter(value -> !value.isNull()).isPresent();
        }

        /** Whether a constraint of that kind is written behind its type. */
        public boolean has(ConstraintKind kind) {
            return constraints.stream().anyMatch(constraint -> constraint.kind() == kind);
        }
    }

    /** The kinds of constraints that have a name of their own. */
    enum ConstraintKind {
        PRIMARY_KEY,
        UNIQUE,
        FOREIGN_KEY,
        CHECK,
        EXCLUDE,
        /** As a constraint of the table (PostgreSQL 18). */
        NOT_NULL
    }

    /**
     * A constraint.
     *
     * @param name empty where PostgreSQL makes it up
     * @param columns in key order; empty where they are not named or not all plain columns
     * @param references the table that a foreign key refers to
     * @param usingIndex the index that is to become the constraint's own
     * @param notValid whether rows that are there already are not looked at
     * @param withoutOverlaps whether rows of a unique or primary key may share all but the last column, whose ranges must not
     *     overlap: an exclusion rather than a key (PostgreSQL 18)
     * @param enforced false where PostgreSQL only takes note of it (NOT ENFORCED, PostgreSQL 18)
     * @param definition as a constraint of the table, as far as that is known, without name, NOT VALID and NOT ENFORCED
     */
    record Constraint(
            ConstraintKind kind,
            Optional<String> name,
            List<String> columns,
            Optional<SqlName> references,
            Optional<String> usingIndex,
            boolean notValid,
            boolean withoutOverlaps,
            boolean enforced,
            String definition,
            Location.InFile location)
            implements TableElement {
        public Constraint {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
            columns = List.copyOf(columns);
            Objects.requireNonNull(references);
            Objects.requireNonNull(usingIndex);
            Objects.requireNonNull(location);
        }

        /** Its name, or the one that PostgreSQL gives it on that table as long as no other has it. */
        public String nameOn(SqlName table) {
            String key = columns.isEmpty() ? "" : "_" + String.join("_", columns);
            return name.orElseGet(() -> table.name()
                    + switch (kind) {
                        case PRIMARY_KEY -> "_pkey";
                        case UNIQUE -> key + "_key";
                        case FOREIGN_KEY -> key + "_fkey";
                        case CHECK -> key + "_check";
                        case EXCLUDE -> key + "_excl";
                        case NOT_NULL -> key + "_not_null";
                    });
        }
    }

    /** The columns of another table ({@code LIKE}), and everything else that is neither column nor constraint. */
    record OtherElement(Location.InFile location) implements TableElement {}

    /** The columns among these elements. */
    static Stream<ColumnDefinition> columns(List<TableElement> elements) {
        return elements.stream().filter(ColumnDefinition.class::isInstance).map(ColumnDefinition.class::cast);
    }
}
