package dev.schemawatch.schema;

import java.util.Objects;

/**
 * An SQL expression over the columns of a table: the condition of a partial index, a computed key, a generated column.
 * PostgreSQL prints it only to who can lock the table, so that it can be there without anybody knowing what it says.
 */
public sealed interface Formula {

    /** The formula with that text. */
    static Formula of(String sql) {
        return new Sql(sql);
    }

    /** The formula for people. */
    default String display() {
        return switch (this) {
            case Sql(String text) -> text;
            case Unread() -> "(not read)";
        };
    }

    /** @param text as the schema's author wrote it on the expected side, as PostgreSQL prints it on the actual side */
    record Sql(String text) implements Formula {
        public Sql {
            Objects.requireNonNull(text);
        }
    }

    /** There is one, and the table was locked by somebody else when it was to be read. */
    record Unread() implements Formula {}
}
