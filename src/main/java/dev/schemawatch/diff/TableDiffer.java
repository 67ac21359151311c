package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.BREAKING;
import static dev.schemawatch.diff.Difference.Weight.NOTABLE;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares tables. A table that is missing as a whole is one difference, not one for each of its columns. */
final class TableDiffer {
    /** Tables of Prisma and of PostGIS, which no schema declares (the names as in Prisma 7's own differ). */
    private static final Set<String> NOBODYS = Set.of(
            "_prisma_migrations",
            "spatial_ref_sys",
            "geometry_columns",
            "geography_columns",
            "raster_columns",
            "raster_overviews");

    private final ColumnDiffer columns;
    private final PrimaryKeyDiffer primaryKeys = new PrimaryKeyDiffer();
    private final IndexDiffer indexes = new IndexDiffer();
    private final ForeignKeyDiffer foreignKeys = new ForeignKeyDiffer();

    TableDiffer(ExpressionComparer comparer) {
        columns = new ColumnDiffer(new DefaultDiffer(comparer));
    }

    /**
     * The differences of all tables.
     *
     * @param partialIndexes whether an unexpected partial index is a difference
     */
    Stream<Difference> diff(
            SortedMap<QualifiedName, Table> expected, SortedMap<QualifiedName, Table> actual, boolean partialIndexes) {
        return Match.byKey(expected, actual).stream().flatMap(match -> diff(match, partialIndexes));
    }

    private Stream<Difference> diff(Match<Table> match, boolean partialIndexes) {
        return switch (match) {
            case Match.Missing<Table>(Table table) ->
                Stream.of(Difference.missing(object(table), BREAKING, text(table)));
            case Match.Unexpected<Table>(Table table) ->
                NOBODYS.contains(table.name().name().toLowerCase(Locale.ROOT))
                        ? Stream.empty()
                        : Stream.of(Difference.unexpected(object(table), NOTABLE, text(table)));
            case Match.Both<Table>(Pair<Table> tables) ->
                Stream.of(
                                columns.diff(tables),
                                primaryKeys.diff(tables),
                                indexes.diff(tables, partialIndexes),
                                foreignKeys.diff(tables))
                        .flatMap(differences -> differences);
        };
    }

    private static SchemaObject object(Table table) {
        return SchemaObject.of(ObjectKind.TABLE, table.name());
    }

    private static String text(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.joining(", ", "table (", ")"));
    }
}
