package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Relation.Inline;
import java.util.List;
import java.util.Optional;

/** Relations of one to one: which side holds the foreign key, and that it is unique. */
final class OneToOneRules {
    private final Context context;

    OneToOneRules(Context context) {
        this.context = context;
    }

    void check(Inline relation) {
        RelationField forward = relation.forward().orElseThrow();
        Optional<RelationField> back = relation.back();
        if (back.isEmpty()) {
            report(forward, MissingSide.message(forward));
        } else {
            oneSideHasTheKey(forward, back.get());
            oneSideHasTheActions(forward, back.get());
        }
        keyIsUnique(relation, forward);
        // The rest would only repeat in other words what is wrong already.
        back.ifPresent(other -> {
            bothArgumentsOnOneSide(forward, other);
            backIsOptional(forward, other);
            keyIsOnTheRequiredSide(forward, other);
        });
    }

    private void oneSideHasTheKey(RelationField forward, RelationField back) {
        if (!forward.hasFields() && !back.hasFields()) {
            onBoth(forward, back, "no side says which field holds the foreign key; write fields: […] on one of them");
        }
        if (!forward.hasReferences() && !back.hasReferences()) {
            onBoth(forward, back, "no side says what it refers to; write references: […] on the side with the key");
        }
        if (forward.hasReferences() && back.hasReferences()) {
            onBoth(forward, back, "both sides have references:; keep it on the side with the foreign key");
        }
        if (forward.hasFields() && back.hasFields()) {
            onBoth(forward, back, "both sides have fields:; keep it on the side with the foreign key");
        }
    }

    private void oneSideHasTheActions(RelationField forward, RelationField back) {
        if (forward.hasActions() && back.hasActions()) {
            onBoth(forward, back, "both sides have onDelete: or onUpdate:; keep them on the side with the foreign key");
        } else if (back.hasActions()) {
            report(back, "onDelete: and onUpdate: belong to the side with the foreign key, " + forward.subject());
        }
    }

    private void keyIsUnique(Inline relation, RelationField forward) {
        Optional<List<String>> fields = relation.fields();
        boolean unique = fields.isEmpty()
                || relation.from().criteria().anyMatch(key -> key.fieldNames().equals(fields.get()));
        if (!unique) {
            report(
                    forward,
                    "one to one means that no two rows share the foreign key; add "
                            + (fields.get().size() == 1
                                    ? "@unique to " + fields.get().getFirst()
                                    : "@@unique([" + String.join(", ", fields.get()) + "])")
                            + ", or make the other side a list");
        }
    }

    private void bothArgumentsOnOneSide(RelationField forward, RelationField back) {
        if (context.log().hasErrors()) {
            return;
        }
        if (forward.hasFields() && back.hasReferences()) {
            onBoth(forward, back, "fields: and references: belong to the same side, the one with the foreign key");
        }
        if (forward.hasReferences() && back.hasFields()) {
            report(forward, "fields: and references: belong to the same side, the one with the foreign key");
        }
    }

    private void backIsOptional(RelationField forward, RelationField back) {
        if (!context.log().hasErrors() && back.isRequired()) {
            report(
                    back,
                    "no database can make sure that there is one; write "
                            + forward.model().name().text() + "?");
        }
    }

    private void keyIsOnTheRequiredSide(RelationField forward, RelationField back) {
        boolean named = back.fields().isPresent() || back.references().isPresent();
        if (!context.log().hasErrors() && forward.isRequired() && named) {
            report(
                    back,
                    "the foreign key belongs to the required side, " + forward.subject()
                            + "; move fields: and references: there, or make that side optional");
        }
    }

    private void onBoth(RelationField forward, RelationField back, String message) {
        report(forward, message);
        report(back, message);
    }

    private void report(RelationField field, String message) {
        context.report(SchemaRules.RELATION, field.location(), field.subject(), message);
    }
}
