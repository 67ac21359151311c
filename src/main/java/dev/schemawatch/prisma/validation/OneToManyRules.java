package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Relation.Inline;
import java.util.Optional;

/** Relations of one to many: the single side holds the foreign key and all that is said about it. */
final class OneToManyRules {
    private final Context context;

    OneToManyRules(Context context) {
        this.context = context;
    }

    void check(Inline relation) {
        Optional<RelationField> forward = relation.forward();
        Optional<RelationField> back = relation.back();
        if (forward.isPresent() && back.isPresent()) {
            singleSideHasTheKey(forward.get(), back.get());
            listHasNone(forward.get(), back.get());
        } else {
            forward.or(() -> back).ifPresent(field -> report(field, MissingSide.message(field)));
        }
    }

    private void singleSideHasTheKey(RelationField forward, RelationField back) {
        if (!forward.hasFields()) {
            report(forward, "write fields: […] with the fields that hold the foreign key");
        }
        if (!forward.hasReferences()) {
            report(
                    forward,
                    "write references: […] with the key of "
                            + back.model().name().text());
        }
    }

    private void listHasNone(RelationField forward, RelationField back) {
        if (back.hasFields() || back.hasReferences()) {
            report(back, "fields: and references: belong to the single side, " + forward.subject());
        }
        if (back.hasActions()) {
            report(back, "onDelete: and onUpdate: belong to the single side, " + forward.subject());
        }
    }

    private void report(RelationField field, String message) {
        context.report(SchemaRules.RELATION, field.location(), field.subject(), message);
    }
}
