package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Relation.ManyToMany;
import java.util.Optional;
import java.util.stream.Stream;

/** Relations of many to many without a model between: Prisma makes the table between, by the primary keys. */
final class ManyToManyRules {
    private final Context context;

    ManyToManyRules(Context context) {
        this.context = context;
    }

    void check(ManyToMany relation) {
        if (context.provider() == Provider.OTHER) {
            return;
        }
        if (relation.embedded()) {
            relation.fields()
                    .forEach(field -> report(
                            field,
                            "two lists with fields: are for MongoDB; remove fields: and references:, or write a model"
                                    + " between"));
            return;
        }
        notOfViews(relation);
        keyIsOneField(relation.one(), relation.second());
        keyIsOneField(relation.other(), relation.first());
        hasNoActions(relation);
        hasNoReferences(relation);
    }

    private void notOfViews(ManyToMany relation) {
        if (relation.one().touchesView()) {
            relation.fields().forEach(field -> report(field, "a table between cannot refer to a view; write a model"));
        }
    }

    private void keyIsOneField(RelationField field, ModelDefinition related) {
        Optional<Key> key =
                related.primaryKey().filter(present -> present.parts().size() == 1);
        if (key.isEmpty()) {
            report(
                    field,
                    "the table between needs one @id field of " + related.name()
                            + "; add it, or write a model between");
        } else if (field.references()
                .filter(names -> !names.equals(key.get().fieldNames()))
                .isPresent()) {
            report(field, "the table between refers to the @id field of " + related.name() + "; remove references:");
        }
    }

    private void hasNoActions(ManyToMany relation) {
        relation.fields()
                .flatMap(field -> Stream.concat(field.onDelete().stream(), field.onUpdate().stream())
                        .map(action -> new Place(field, action.location())))
                .forEach(place -> context.report(
                        SchemaRules.RELATION,
                        place.location(),
                        place.field().subject(),
                        "the table between has no actions of its own; write a model between to have them"));
    }

    private record Place(RelationField field, Location.InFile location) {}

    private void hasNoReferences(ManyToMany relation) {
        relation.fields()
                .filter(field -> field.references().isPresent())
                .forEach(field -> report(field, "two lists need no references:; remove it, or write a model between"));
    }

    private void report(RelationField field, String message) {
        context.report(SchemaRules.RELATION, field.location(), field.subject(), message);
    }
}
