package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Relation.Inline;
import dev.schemawatch.prisma.validation.Relation.ManyToMany;
import dev.schemawatch.prisma.validation.RelationField.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Relations: the two sides of each, and the fields between which it runs. */
final class RelationRules {
    private final Context context;
    private final Relations relations;

    RelationRules(Context context, Relations relations) {
        this.context = context;
        this.relations = relations;
    }

    void check() {
        OneToOneRules oneToOne = new OneToOneRules(context);
        OneToManyRules oneToMany = new OneToManyRules(context);
        ManyToManyRules manyToMany = new ManyToManyRules(context);
        CascadeCycleRules cycles = new CascadeCycleRules(context, relations);
        for (Relation relation : relations.all()) {
            switch (relation) {
                case Inline inline -> {
                    cycles.check(inline);
                    inline.forward().ifPresent(forward -> foreignKey(inline, forward));
                    if (inline.oneToOne()) {
                        oneToOne.check(inline);
                    } else {
                        oneToMany.check(inline);
                    }
                }
                case ManyToMany both -> manyToMany.check(both);
            }
        }
    }

    private void foreignKey(Inline relation, RelationField forward) {
        List<TypedField> fields = fields(relation);
        refersToAKey(relation, forward);
        namesOneForOne(forward);
        isOptionalWithItsFields(relation, forward, fields);
        typesMatch(relation, forward, fields);
        setsNullWhereItCan(forward, fields, "onDelete", forward.onDelete());
        setsNullWhereItCan(forward, fields, "onUpdate", forward.onUpdate());
    }

    private void refersToAKey(Inline relation, RelationField forward) {
        List<String> references = forward.references().orElse(List.of());
        if (references.isEmpty()) {
            return;
        }
        Set<String> referenced = Set.copyOf(references);
        boolean isKey = relation.to()
                .criteria()
                .anyMatch(key -> key.parts().size() == references.size()
                        && Set.copyOf(key.fieldNames()).equals(referenced));
        String other = relation.to().name();
        if (!isKey) {
            String fields = String.join(", ", references);
            report(
                    forward,
                    "a relation refers to a key, and " + fields + " of " + other + " is none; add "
                            + (references.size() == 1 ? "@unique to the field" : "@@unique([" + fields + "])")
                            + " there");
        } else if (references.size() > 1
                && !context.can(Provider.Ability.REFERENCES_IN_ANY_ORDER)
                && relation.to().criteria().noneMatch(key -> key.fieldNames().equals(references))) {
            report(forward, "references: must list the fields in the order of the key of " + other);
        }
    }

    private void namesOneForOne(RelationField forward) {
        Optional<List<String>> fields = forward.fields();
        Optional<List<String>> references = forward.references();
        if (fields.isPresent()
                && references.isPresent()
                && fields.get().size() != references.get().size()) {
            context.report(
                    SchemaRules.RELATION,
                    forward.attributeLocation(),
                    forward.subject(),
                    "fields: and references: must name the same number of fields, one for one");
        }
    }

    private void isOptionalWithItsFields(Inline relation, RelationField forward, List<TypedField> fields) {
        boolean someOptional = fields.stream().anyMatch(TypedField::isOptional);
        if (forward.isRequired() && someOptional) {
            report(
                    forward,
                    "a field of the foreign key may be empty, so the relation may be too; write "
                            + relation.to().name() + "?");
        }
    }

    private static List<TypedField> fields(Inline relation) {
        return relation.fields().orElse(List.of()).stream()
                .flatMap(name -> relation.from().field(name).stream())
                .map(ScalarField::typed)
                .toList();
    }

    private void typesMatch(Inline relation, RelationField forward, List<TypedField> fields) {
        List<String> references = relation.references();
        for (int index = 0; index < Math.min(fields.size(), references.size()); index++) {
            TypedField field = fields.get(index);
            Optional<TypedField> referenced =
                    relation.to().field(references.get(index)).map(ScalarField::typed);
            if (referenced.isPresent() && !field.type().equals(referenced.get().type())) {
                report(
                        forward,
                        field.name() + " and " + relation.to().name() + "."
                                + referenced.get().name()
                                + " are of different types; a foreign key has the type of what it refers to");
            }
        }
    }

    private void setsNullWhereItCan(
            RelationField forward, List<TypedField> fields, String key, Optional<Action> action) {
        if (action.filter(present -> present.kind() == Action.Kind.SET_NULL).isEmpty()) {
            return;
        }
        List<String> required = fields.stream()
                .filter(TypedField::isRequired)
                .map(TypedField::name)
                .toList();
        if (required.isEmpty()) {
            return;
        }
        boolean accepted = context.provider() == Provider.POSTGRESQL
                && !context.configuration().emulatedRelations();
        context.report(
                accepted ? SchemaRules.SET_NULL : SchemaRules.RELATION,
                forward.location(),
                forward.subject(),
                key + ": SetNull cannot empty " + String.join(", ", required) + "; make it optional with ?, or choose"
                        + " another action");
    }

    private void report(RelationField field, String message) {
        context.report(SchemaRules.RELATION, field.location(), field.subject(), message);
    }
}
