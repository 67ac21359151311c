package dev.schemawatch.migration;

import dev.schemawatch.sql.SqlName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a series of migrations made of a database, and where each object was made, as far as their statements say.
 *
 * @param tables by name; {@code public} is left out of names
 * @param enums names of the enumerated types
 */
public record Ledger(Map<SqlName, LedgerTable> tables, Set<SqlName> enums) {
    /** Nothing was made. */
    public static final Ledger EMPTY = new Ledger(Map.of(), Set.of());

    public Ledger {
        tables = Map.copyOf(tables);
        enums = Set.copyOf(enums);
    }

    /** The table of that name, if a migration made it or a part of it. */
    public Optional<LedgerTable> table(SqlName name) {
        return Optional.ofNullable(tables.get(normal(name)));
    }

    /** The tables that have an index, constraint or trigger of that name. */
    public Stream<LedgerTable> owners(String part) {
        return tables.values().stream().filter(table -> table.parts().containsKey(part));
    }

    /** Whether the type of that name is an enumerated one that a migration made. */
    public boolean isEnum(SqlName type) {
        return enums.contains(normal(type));
    }

    /** A name without {@code public}: where statements say nothing else, that is where objects are. */
    public static SqlName normal(SqlName name) {
        return name.schema().filter("public"::equals).isPresent() ? new SqlName(Optional.empty(), name.name()) : name;
    }
}
