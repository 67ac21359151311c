package dev.schemawatch.migration;

import dev.schemawatch.migration.MadeObject.Kind;
import dev.schemawatch.migration.MadeObject.Standing;
import dev.schemawatch.sql.SqlName;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a series of migrations made of a database, and where each object was made, as far as their statements say.
 *
 * @param tables by name; {@code public} is left out of names. Those that nobody was seen to make are among them, with what was
 *     done to them
 * @param standing where the objects that stand alone were made, those tables left out
 */
public record Ledger(Map<SqlName, LedgerTable> tables, Map<Standing, Origin> standing) {
    /** Of no migrations. */
    public static final Ledger EMPTY = new Ledger(Map.of(), Map.of());

    public Ledger {
        tables = Map.copyOf(tables);
        standing = Map.copyOf(standing);
    }

    /** Where that object was made. */
    public Optional<Origin> origin(MadeObject object) {
        Optional<LedgerTable> owner = table(object.owner());
        return switch (object) {
            case Standing alone ->
                Optional.ofNullable(standing.get(alone))
                        .or(() -> Optional.of(alone)
                                .filter(any -> any.kind() == Kind.SEQUENCE)
                                .flatMap(sequence -> serial(sequence.name())));
            case MadeObject.Column(var _, String name) ->
                owner.flatMap(table -> table.column(name)).map(LedgerTable.Column::origin);
            case MadeObject.Part(var _, var _, String name) ->
                owner.flatMap(table -> table.part(name)).map(LedgerTable.Part::origin);
        };
    }

    /** PostgreSQL makes the sequence of a serial column, and its name (manual, 8.1.4). */
    private Optional<Origin> serial(SqlName sequence) {
        return tables.values().stream()
                .filter(table -> table.name().normal().schema().equals(sequence.schema()))
                .flatMap(table -> table.columns().entrySet().stream()
                        .filter(column -> column.getValue().type().isSerial())
                        .filter(column -> sequence.name().equals(table.name().name() + "_" + column.getKey() + "_seq"))
                        .map(column -> column.getValue().origin()))
                .findFirst();
    }

    /** The table of that name, if a migration made it or a part of it. */
    public Optional<LedgerTable> table(SqlName name) {
        return Optional.ofNullable(tables.get(name.normal()));
    }

    /** The tables that have an index, constraint or trigger of that name. */
    public Stream<LedgerTable> owners(String part) {
        return tables.values().stream().filter(table -> table.parts().containsKey(part));
    }
}
