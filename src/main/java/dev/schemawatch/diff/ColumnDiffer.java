package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.BREAKING;
import static dev.schemawatch.diff.Difference.Weight.COSMETIC;
import static dev.schemawatch.diff.Difference.Weight.NOTABLE;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the columns of a table by name: type, nullability, default. Their order is no difference. */
final class ColumnDiffer {
    private final DefaultDiffer defaults;

    ColumnDiffer(DefaultDiffer defaults) {
        this.defaults = defaults;
    }

    Stream<Difference> diff(Pair<Table> tables) {
        Pair<Map<String, Column>> columns = tables.map(ColumnDiffer::byName);
        QualifiedName table = tables.expected().name();
        return Match.byKey(columns.expected(), columns.actual()).stream().flatMap(match -> diff(table, match));
    }

    private Stream<Difference> diff(QualifiedName table, Match<Column> match) {
        return switch (match) {
            case Match.Missing<Column>(Column column) ->
                Stream.of(Difference.missing(object(table, column), BREAKING, column.display()));
            case Match.Unexpected<Column>(Column column) -> Stream.of(unexpected(table, column));
            case Match.Both<Column>(Pair<Column> columns) -> {
                SchemaObject object = object(table, columns.expected());
                yield Stream.of(type(object, columns), nullability(object, columns), defaults.diff(object, columns))
                        .flatMap(differences -> differences);
            }
        };
    }

    private static Difference unexpected(QualifiedName table, Column column) {
        boolean required = !column.nullable() && column.defaultValue() instanceof DefaultValue.None;
        Difference difference =
                Difference.unexpected(object(table, column), required ? BREAKING : NOTABLE, column.display());
        return required
                ? difference.noting("NOT NULL without a default: inserts that do not know the column fail")
                : difference;
    }

    private static Stream<Difference> type(SchemaObject object, Pair<Column> columns) {
        return switch (TypeComparison.compare(columns.map(Column::type))) {
            case SAME ->
                TypeComparison.onlyPrismaSeesADifference(columns.map(Column::type))
                        ? Stream.of(Difference.different(
                                        object,
                                        COSMETIC,
                                        "type",
                                        columns.map(column -> column.type().display()))
                                .noting(
                                        "nothing is wrong, but Prisma takes the length that is left out for another than"
                                                + " 1 and proposes for ever to change the type; write the (1)"))
                        : Stream.empty();
            case OTHER_MODIFIERS ->
                Stream.of(Difference.different(
                        object,
                        NOTABLE,
                        "type",
                        columns.map(column -> column.type().display())));
            case OTHER_TYPE ->
                Stream.of(Difference.different(object, BREAKING, "type", typeTexts(columns.map(Column::type))));
        };
    }

    /** Types of the same name in two namespaces are told apart by these. */
    private static Pair<String> typeTexts(Pair<ColumnType> types) {
        return types.same(ColumnType::display)
                ? types.map(ColumnType::qualifiedDisplay)
                : types.map(ColumnType::display);
    }

    /** A list is never NULL to Prisma, whatever the catalog says: Prisma makes the column nullable and accepts both. */
    private static Stream<Difference> nullability(SchemaObject object, Pair<Column> columns) {
        boolean lists =
                columns.expected().type().list() && columns.actual().type().list();
        if (lists || columns.same(Column::nullable)) {
            return Stream.empty();
        }
        return Stream.of(Difference.different(
                object,
                columns.expected().nullable() ? BREAKING : NOTABLE,
                "nullability",
                columns.map(column -> column.nullable() ? "nullable" : "not null")));
    }

    private static SchemaObject object(QualifiedName table, Column column) {
        return SchemaObject.of(ObjectKind.COLUMN, table, column.name());
    }

    private static Map<String, Column> byName(Table table) {
        return table.columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
    }
}
