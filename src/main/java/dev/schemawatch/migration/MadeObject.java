package dev.schemawatch.migration;

import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.sql.SqlName;
import java.util.Objects;

/** What a migration can make, by name; {@code public} is left out of names. */
public sealed interface MadeObject {

    /** The kinds of objects that stand alone. */
    enum Kind {
        SCHEMA,
        EXTENSION,
        TYPE,
        TABLE,
        /** Materialized ones among them. */
        VIEW,
        SEQUENCE
    }

    /** The name of the object itself, or that of the table that it is a part of. */
    SqlName owner();

    /** An object that stands alone. */
    record Standing(Kind kind, SqlName name) implements MadeObject {
        public Standing {
            Objects.requireNonNull(kind);
            name = name.normal();
        }

        @Override
        public SqlName owner() {
            return name;
        }
    }

    /** A column of a table. */
    record Column(SqlName owner, String name) implements MadeObject {
        public Column {
            owner = owner.normal();
            Objects.requireNonNull(name);
        }
    }

    /**
     * A part of a table.
     *
     * @param kind of a constraint that has an index, that of both
     */
    record Part(SqlName owner, PartKind kind, String name) implements MadeObject {
        public Part {
            owner = owner.normal();
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
        }
    }
}
