package dev.schemawatch.migration;

import dev.schemawatch.sql.SqlName;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a series of migrations made of a database, and where each object was made, as far as their statements say.
 *
 * @param tables by name; {@code public} is left out of names
 */
public record Ledger(Map<SqlName, LedgerTable> tables) {
    public Ledger {
        tables = Map.copyOf(tables);
    }

    /** The table of that name, if a migration made it or a part of it. */
    public Optional<LedgerTable> table(SqlName name) {
        return Optional.ofNullable(tables.get(normal(name)));
    }

    /** The tables that have an index, constraint or trigger of that name. */
    public Stream<LedgerTable> owners(String part) {
        return tables.values().stream().filter(table -> table.parts().containsKey(part));
    }

    /** A name without {@code public}: where statements say nothing else, that is where objects are. */
    public static SqlName normal(SqlName name) {
        return name.schema().filter("public"::equals).isPresent() ? new SqlName(Optional.empty(), name.name()) : name;
    }
}
