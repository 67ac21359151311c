package dev.schemawatch.migration;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A table as the migrations made it.
 *
 * @param partitioned whether its rows lie in partitions
 * @param columns by name; those of a table that another hand made are not among them
 * @param parts indexes, constraints and triggers by name
 */
public record LedgerTable(
        SqlName name, Origin origin, boolean partitioned, Map<String, Column> columns, Map<String, Part> parts) {
    public LedgerTable {
        Objects.requireNonNull(name);
        Objects.requireNonNull(origin);
        columns = Map.copyOf(columns);
        parts = Map.copyOf(parts);
    }

    /**
     * A column, and where it was made.
     *
     * @param virtual whether it is computed at every read and stored nowhere
     */
    public record Column(SqlType type, boolean required, boolean virtual, Origin origin) {
        Column withType(SqlType other) {
            return new Column(other, required, virtual, origin);
        }

        Column withRequired(boolean other) {
            return new Column(type, other, virtual, origin);
        }
    }

    /** The kinds of parts. */
    public enum PartKind {
        INDEX,
        UNIQUE,
        PRIMARY_KEY,
        FOREIGN_KEY,
        CHECK,
        EXCLUDE,
        /** With a name and a life of its own (PostgreSQL 18). */
        NOT_NULL,
        TRIGGER,
        POLICY;

        /** As a sentence writes it. */
        public String word() {
            return switch (this) {
                case INDEX -> "index";
                case UNIQUE -> "unique index";
                case PRIMARY_KEY -> "primary key";
                case FOREIGN_KEY -> "foreign key";
                case CHECK -> "check";
                case EXCLUDE -> "exclusion constraint";
                case NOT_NULL -> "NOT NULL constraint";
                case TRIGGER -> "trigger";
                case POLICY -> "policy";
            };
        }
    }

    /**
     * What belongs to a table.
     *
     * @param columns in key order; empty where they are not all plain columns
     * @param needed every column that it is not without: keys, and what expressions, INCLUDE and WHERE mention
     * @param definition as written, as far as that is known
     * @param valid whether it holds for every row; not until it is validated
     */
    public record Part(
            PartKind kind, List<String> columns, Set<String> needed, String definition, boolean valid, Origin origin) {
        public Part {
            columns = List.copyOf(columns);
            needed = Set.copyOf(needed);
        }

        Part validated() {
            return new Part(kind, columns, needed, definition, true, origin);
        }

        private Part withRenamed(String from, String to) {
            UnaryOperator<String> renamed = column -> column.equals(from) ? to : column;
            return new Part(
                    kind,
                    columns.stream().map(renamed).toList(),
                    needed.stream().map(renamed).collect(toUnmodifiableSet()),
                    definition,
                    valid,
                    origin);
        }
    }

    /** The column of that name, as far as it is known. */
    public Optional<Column> column(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    /** The part of that name, as far as it is known. */
    public Optional<Part> part(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    LedgerTable named(SqlName other) {
        return new LedgerTable(other, origin, partitioned, columns, parts);
    }

    LedgerTable asPartitioned() {
        return new LedgerTable(name, origin, true, columns, parts);
    }

    LedgerTable with(String column, Column definition) {
        return new LedgerTable(name, origin, partitioned, changed(columns, map -> put(map, column, definition)), parts);
    }

    LedgerTable with(String part, Part definition) {
        return new LedgerTable(name, origin, partitioned, columns, changed(parts, map -> put(map, part, definition)));
    }

    /** Without a column, and without the parts that go with it: all that need it (PostgreSQL manual, ALTER TABLE). */
    LedgerTable withoutColumn(String column) {
        return new LedgerTable(
                name, origin, partitioned, changed(columns, map -> remove(map, column)), changed(parts, map -> {
                    map.values().removeIf(part -> part.needed().contains(column));
                    return map;
                }));
    }

    /** With another name for a column, in the parts that need it as well. */
    LedgerTable withRenamed(String from, String to) {
        return new LedgerTable(
                name,
                origin,
                partitioned,
                column(from)
                        .map(column -> changed(columns, map -> put(remove(map, from), to, column)))
                        .orElse(columns),
                changed(parts, map -> {
                    map.replaceAll((_, part) -> part.withRenamed(from, to));
                    return map;
                }));
    }

    /** With columns that must have a value, or may be without one; those that are not known stay so. */
    LedgerTable withRequired(List<String> of, boolean required) {
        return new LedgerTable(
                name,
                origin,
                partitioned,
                changed(columns, map -> {
                    of.forEach(column -> map.computeIfPresent(column, (_, known) -> known.withRequired(required)));
                    return map;
                }),
                parts);
    }

    LedgerTable withoutPart(String part) {
        return parts.containsKey(part)
                ? new LedgerTable(name, origin, partitioned, columns, changed(parts, map -> remove(map, part)))
                : this;
    }

    private static <V> Map<String, V> changed(Map<String, V> map, UnaryOperator<Map<String, V>> change) {
        return change.apply(new TreeMap<>(map));
    }

    private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
        map.put(key, value);
        return map;
    }

    private static <V> Map<String, V> remove(Map<String, V> map, String key) {
        map.remove(key);
        return map;
    }
}
