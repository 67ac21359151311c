package dev.schemawatch.prisma;

import dev.schemawatch.schema.Formula;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns keys and indexes of a model into those of its table. */
final class IndexLowering {
    private static final String DEFAULT_METHOD = "btree";

    private final Names names;
    private final DefaultLowering constants;
    private final OriginsCollector origins;

    IndexLowering(Names names, DefaultLowering constants, OriginsCollector origins) {
        this.names = names;
        this.constants = constants;
        this.origins = origins;
    }

    Optional<PrimaryKey> primaryKey(Model model, QualifiedName table) {
        return model.primaryKey().map(key -> {
            String name = key.databaseName().orElseGet(() -> ConstraintNames.primaryKey(model.databaseName()));
            origins.member(table, name, key.location());
            return new PrimaryKey(name, names.columns(model, key.fieldNames()));
        });
    }

    /** All unique and plain indexes that have a column, sorted by name. */
    List<Index> indexes(Model model, QualifiedName table) {
        Stream<Index> uniques = model.uniques().stream().map(key -> unique(model, key, table));
        Stream<Index> plain = model.indexes().stream().map(index -> plain(model, index, table));
        return Stream.concat(uniques, plain)
                .filter(index -> !index.keys().isEmpty())
                .sorted(Comparator.comparing(Index::name))
                .toList();
    }

    private Index unique(Model model, ModelKey key, QualifiedName table) {
        String name = key.databaseName()
                .orElseGet(() -> ConstraintNames.unique(model.databaseName(), names.columns(model, key.fieldNames())));
        origins.member(table, name, key.location());
        return index(name, true, DEFAULT_METHOD, model, key.fields(), key.predicate());
    }

    private Index plain(Model model, ModelIndex index, QualifiedName table) {
        String name = index.databaseName()
                .orElseGet(() -> ConstraintNames.index(model.databaseName(), names.columns(model, index.fieldNames())));
        origins.member(table, name, index.location());
        return index(name, false, index.method().orElse(DEFAULT_METHOD), model, index.fields(), index.predicate());
    }

    private Index index(
            String name,
            boolean unique,
            String method,
            Model model,
            List<KeyField> fields,
            Optional<IndexPredicate> predicate) {
        List<Index.Key> keys = fields.stream()
                .flatMap(keyField ->
                        names.field(model, keyField.name()).map(field -> key(keyField, field, method)).stream())
                .toList();
        return new Index(
                ConstraintNames.identifier(name),
                unique,
                method,
                keys,
                List.of(),
                predicate.map(condition -> Formula.of(predicate(condition, model))),
                true,
                true);
    }

    private static Index.Key key(KeyField keyField, Field field, String method) {
        return new Index.Key.OfColumn(
                ConstraintNames.identifier(field.databaseName()),
                keyField.descending(),
                keyField.operatorClass().flatMap(operatorClass -> OperatorClasses.canonical(operatorClass, method)));
    }

    private String predicate(IndexPredicate predicate, Model model) {
        return switch (predicate) {
            case IndexPredicate.Sql(String text) -> text;
            case IndexPredicate.Conditions(var conditions) ->
                conditions.stream()
                        .flatMap(condition ->
                                names
                                        .field(model, condition.field())
                                        .map(field -> comparison(condition, field))
                                        .stream())
                        .collect(Collectors.joining(" AND "));
        };
    }

    private String comparison(IndexPredicate.Condition condition, Field field) {
        String column = Sql.identifier(ConstraintNames.identifier(field.databaseName()));
        if (condition.value().isEmpty()) {
            return column + (condition.negated() ? " IS NOT NULL" : " IS NULL");
        }
        return column
                + (condition.negated() ? " != " : " = ")
                + constants.constant(condition.value().get(), field);
    }
}
