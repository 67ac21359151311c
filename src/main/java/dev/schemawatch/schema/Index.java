package dev.schemawatch.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An index that backs no primary key. A unique constraint is the unique index behind it, as Prisma sees it.
 *
 * @param name the index' name
 * @param method the access method: {@code btree}, {@code hash}, {@code gin}, {@code gist}, {@code spgist}, {@code brin}
 * @param keys in key order
 * @param included the non-key columns of INCLUDE
 * @param predicate the WHERE of a partial index
 * @param nullsDistinct false for UNIQUE NULLS NOT DISTINCT (PostgreSQL 15 and later)
 * @param valid false while, or after, CREATE INDEX CONCURRENTLY did not finish
 */
public record Index(
        String name,
        boolean unique,
        String method,
        List<Key> keys,
        List<String> included,
        Optional<Formula> predicate,
        boolean nullsDistinct,
        boolean valid) {

    public Index {
        Objects.requireNonNull(name);
        Objects.requireNonNull(method);
        keys = List.copyOf(keys);
        included = List.copyOf(included);
    }

    /** Whether a key is computed; Prisma can neither declare nor see such an index. */
    public boolean hasExpression() {
        return keys.stream().anyMatch(key -> key instanceof Key.OfExpression);
    }

    /** The index for people, without its name: {@code unique btree (tenantId, createdAt desc)}. */
    public String display() {
        return (unique ? "unique " : "") + method + " "
                + keys.stream().map(Key::display).collect(Collectors.joining(", ", "(", ")"))
                + (included.isEmpty() ? "" : " include (" + String.join(", ", included) + ")")
                + predicate.map(condition -> " where " + condition.display()).orElse("");
    }

    /** One key of an index. */
    public sealed interface Key {

        /** The key for people: {@code createdAt desc}. */
        default String display() {
            return switch (this) {
                case OfColumn(String column, boolean descending, Optional<String> operatorClass) ->
                    column + operatorClass.map(name -> " " + name).orElse("") + (descending ? " desc" : "");
                case OfExpression(Formula formula) -> formula.display();
            };
        }

        /**
         * A plain column.
         *
         * @param operatorClass the operator class as catalog name ({@code jsonb_path_ops}, or the name of a
         *     {@code raw("…")}); empty for the type's default
         */
        record OfColumn(String column, boolean descending, Optional<String> operatorClass) implements Key {}

        /** A computed key, as {@code pg_get_indexdef} prints it. */
        record OfExpression(Formula formula) implements Key {}
    }
}
