package dev.schemawatch.prisma;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.Optional;

/** Turns a model into its table. */
final class TableLowering {
    private final Names names;
    private final PostgresTypes types;
    private final DefaultLowering defaults;
    private final IndexLowering indexes;
    private final ForeignKeyLowering foreignKeys;
    private final OriginsCollector origins;
    private final boolean withForeignKeys;

    TableLowering(Names names, PostgresTypes types, OriginsCollector origins, boolean withForeignKeys) {
        this.names = names;
        this.types = types;
        this.defaults = new DefaultLowering(names, types);
        this.indexes = new IndexLowering(names, defaults, origins);
        this.foreignKeys = new ForeignKeyLowering(names, origins);
        this.origins = origins;
        this.withForeignKeys = withForeignKeys;
    }

    Table of(Model model) {
        QualifiedName table = names.table(model);
        origins.object(table, model.location());
        List<Column> columns = model.fields().stream()
                .flatMap(field -> column(field, table).stream())
                .toList();
        return new Table(
                table,
                columns,
                indexes.primaryKey(model, table),
                indexes.indexes(model, table),
                withForeignKeys ? foreignKeys.of(model, table) : List.of());
    }

    private Optional<Column> column(Field field, QualifiedName table) {
        Optional<ColumnType> type = types.of(field);
        String name = ConstraintNames.identifier(field.databaseName());
        type.ifPresent(_ -> origins.member(table, name, field.location()));
        // Prisma writes no NOT NULL for a list: its client reads NULL as an empty one.
        return type.map(known -> new Column(name, known, field.arity() != Arity.REQUIRED, defaults.of(field, table)));
    }
}
