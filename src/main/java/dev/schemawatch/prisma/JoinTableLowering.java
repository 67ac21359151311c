package dev.schemawatch.prisma;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the tables of implicit many-to-many relations: {@code _AToB}, or {@code _} and the relation's name, with the columns A
 * and B for the models, or for the fields of a self-relation, in alphabetical order.
 */
final class JoinTableLowering {
    /** Until 5, a unique index held the pairs apart; since 6, a primary key does. */
    private static final int PRIMARY_KEY_SINCE = 6;

    private final Names names;
    private final PostgresTypes types;
    private final OriginsCollector origins;
    private final int prismaMajor;
    private final boolean foreignKeys;

    JoinTableLowering(
            Names names, PostgresTypes types, OriginsCollector origins, int prismaMajor, boolean foreignKeys) {
        this.names = names;
        this.types = types;
        this.origins = origins;
        this.prismaMajor = prismaMajor;
        this.foreignKeys = foreignKeys;
    }

    /** The join tables of which this model is A. */
    List<Table> of(Model model) {
        return model.fields().stream()
                .flatMap(field -> joinTable(model, field).stream())
                .toList();
    }

    private record End(Model model, Field id) {}

    private Optional<Table> joinTable(Model model, Field field) {
        if (!(field.type() instanceof FieldType.ModelRef(String otherName)) || field.arity() != Arity.LIST) {
            return Optional.empty();
        }
        Optional<Model> other = names.model(otherName);
        Optional<Relation> relation = field.relation().filter(side -> !side.owning());
        Optional<Field> opposite = relation.flatMap(Relation::opposite)
                .flatMap(name -> other.flatMap(target -> names.field(target, name)))
                .filter(candidate -> candidate.arity() == Arity.LIST)
                .filter(candidate ->
                        candidate.relation().filter(Relation::owning).isEmpty());
        if (other.isEmpty() || opposite.isEmpty() || !isFirst(model, field, other.get(), opposite.get())) {
            return Optional.empty();
        }
        Optional<End> endA = end(model);
        Optional<End> endB = end(other.get());
        if (endA.isEmpty() || endB.isEmpty()) {
            return Optional.empty();
        }
        String name = "_" + relation.flatMap(Relation::name).orElse(model.name() + "To" + otherName);
        return Optional.of(table(names.name(model.namespace(), name), name, endA.get(), endB.get(), field));
    }

    /** Column A is the model, or the field, that comes first in the alphabet. */
    private static boolean isFirst(Model model, Field field, Model other, Field opposite) {
        int order = model.name().compareTo(other.name());
        return order < 0 || order == 0 && field.name().compareTo(opposite.name()) < 0;
    }

    /** A model can take part when one column identifies its rows. */
    private Optional<End> end(Model model) {
        return model.primaryKey()
                .map(ModelKey::fieldNames)
                .filter(fields -> fields.size() == 1 && !model.view())
                .flatMap(fields -> names.field(model, fields.getFirst()))
                .map(id -> new End(model, id));
    }

    private Table table(QualifiedName table, String base, End endA, End endB, Field field) {
        origins.object(table, field.location());
        Index byB = index(ConstraintNames.withSuffix(base, "_B_index"), false, "B");
        boolean primaryKey = prismaMajor >= PRIMARY_KEY_SINCE;
        List<Index> indexes = primaryKey
                ? List.of(byB)
                : List.of(index(ConstraintNames.withSuffix(base, "_AB_unique"), true, "A", "B"), byB);
        return new Table(
                table,
                List.of(column("A", endA), column("B", endB)),
                primaryKey
                        ? Optional.of(new PrimaryKey(ConstraintNames.withSuffix(base, "_AB_pkey"), List.of("A", "B")))
                        : Optional.empty(),
                indexes,
                foreignKeys ? List.of(foreignKey(base, "A", endA), foreignKey(base, "B", endB)) : List.of());
    }

    private Column column(String name, End end) {
        ColumnType type = types.of(end.id()).orElseGet(() -> ColumnType.of("text"));
        return new Column(name, type, false, new DefaultValue.None());
    }

    private static Index index(String name, boolean unique, String... columns) {
        List<Index.Key> keys = Stream.of(columns)
                .<Index.Key>map(column -> new Index.Key.OfColumn(column, false, Optional.empty()))
                .toList();
        return new Index(name, unique, "btree", keys, List.of(), Optional.empty(), true, true);
    }

    private ForeignKey foreignKey(String base, String column, End end) {
        return new ForeignKey(
                ConstraintNames.withSuffix(base, "_" + column + "_fkey"),
                List.of(column),
                names.table(end.model()),
                List.of(ConstraintNames.identifier(end.id().databaseName())),
                ForeignKey.Action.CASCADE,
                ForeignKey.Action.CASCADE);
    }
}
