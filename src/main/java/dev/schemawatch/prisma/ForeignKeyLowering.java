package dev.schemawatch.prisma;

import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.QualifiedName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns relations with {@code fields:} into foreign keys. */
final class ForeignKeyLowering {
    private final Names names;
    private final OriginsCollector origins;

    ForeignKeyLowering(Names names, OriginsCollector origins) {
        this.names = names;
        this.origins = origins;
    }

    /** The foreign keys of a model's table, sorted by name; one to a view there is none. */
    List<ForeignKey> of(Model model, QualifiedName table) {
        return model.fields().stream()
                .flatMap(field -> foreignKey(model, field, table).stream())
                .sorted(Comparator.comparing(ForeignKey::name))
                .toList();
    }

    private Optional<ForeignKey> foreignKey(Model model, Field field, QualifiedName table) {
        if (!(field.type() instanceof FieldType.ModelRef(String other))) {
            return Optional.empty();
        }
        return field.relation()
                .filter(Relation::owning)
                .filter(relation -> resolves(model, relation.fields()))
                .flatMap(relation -> names.model(other)
                        .filter(referenced -> !referenced.view())
                        .filter(referenced -> resolves(referenced, relation.references()))
                        .filter(_ -> relation.fields().size()
                                == relation.references().size())
                        .map(referenced -> foreignKey(model, field, relation, referenced, table)));
    }

    private boolean resolves(Model model, List<String> fields) {
        return fields.stream().allMatch(name -> names.field(model, name).isPresent());
    }

    private ForeignKey foreignKey(Model model, Field field, Relation relation, Model referenced, QualifiedName table) {
        List<String> columns = names.columns(model, relation.fields());
        String name =
                relation.databaseName().orElseGet(() -> ConstraintNames.foreignKey(model.databaseName(), columns));
        origins.member(table, name, relation.location());
        return new ForeignKey(
                ConstraintNames.identifier(name),
                columns,
                names.table(referenced),
                names.columns(referenced, relation.references()),
                relation.onDelete().orElseGet(() -> defaultOnDelete(model, field, relation)),
                relation.onUpdate().orElse(ForeignKey.Action.CASCADE));
    }

    /** A row whose reference cannot be NULL keeps the other row from being deleted; one required column is enough for that. */
    private ForeignKey.Action defaultOnDelete(Model model, Field field, Relation relation) {
        boolean required = relation.fields().stream()
                .flatMap(name -> names.field(model, name).stream())
                .anyMatch(column -> column.arity() == Arity.REQUIRED);
        return required || field.arity() == Arity.REQUIRED ? ForeignKey.Action.RESTRICT : ForeignKey.Action.SET_NULL;
    }
}
