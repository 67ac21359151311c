package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.validation.Relation.Inline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The relations of a schema, inferred from the fields on both sides as Prisma does it. */
final class Relations {
    private final Map<String, ModelDefinition> models = new HashMap<>();
    private final List<Relation> found = new ArrayList<>();

    private Relations(Definitions definitions) {
        definitions.models().forEach(model -> models.put(model.name(), model));
        for (ModelDefinition model : definitions.models()) {
            model.relations().forEach(field -> infer(model, field));
        }
    }

    static Relations of(Definitions definitions) {
        return new Relations(definitions);
    }

    List<Relation> all() {
        return found;
    }

    private void infer(ModelDefinition model, RelationField field) {
        ModelDefinition other = models.get(field.other().name().text());
        if (other == null) {
            return;
        }
        Optional<RelationField> opposite = other.relations().stream()
                .filter(candidate -> candidate.other() == field.model())
                .filter(candidate -> candidate != field && candidate.name().equals(field.name()))
                .findFirst();
        if (opposite.isEmpty()) {
            oneSided(model, other, field);
        } else if (field.isList() && opposite.get().isList()) {
            manyToMany(model, other, field, opposite.get());
        } else if (!field.isList() && opposite.get().isList()) {
            found.add(Inline.ofBoth(false, model, other, field, opposite.get()));
        } else if (!field.isList() && isForward(field, opposite.get())) {
            found.add(Inline.ofBoth(true, model, other, field, opposite.get()));
        }
    }

    private void oneSided(ModelDefinition model, ModelDefinition other, RelationField field) {
        if (field.isList()) {
            found.add(new Inline(false, other, model, Optional.empty(), Optional.of(field)));
            return;
        }
        boolean unique = field.fields()
                .filter(fields -> model.keys().stream()
                        .anyMatch(key -> key.isUnique() && key.fieldNames().equals(fields)))
                .isPresent();
        found.add(new Inline(unique, model, other, Optional.of(field), Optional.empty()));
    }

    private void manyToMany(ModelDefinition model, ModelDefinition other, RelationField field, RelationField opposite) {
        boolean second = model.name().compareTo(other.name()) > 0
                || field.ofOneModel() && field.fieldName().compareTo(opposite.fieldName()) > 0;
        if (second) {
            return;
        }
        found.add(new Relation.ManyToMany(
                field.fields().isPresent() || opposite.fields().isPresent(), model, other, field, opposite));
    }

    /** Which of two single fields holds the foreign key: the required one, the one that names fields, or the first by name. */
    private static boolean isForward(RelationField field, RelationField opposite) {
        if (field.isRequired() != opposite.isRequired()) {
            return field.isRequired();
        }
        if (field.isOptional() && field.fields().isPresent()) {
            return true;
        }
        if (field.isOptional() && opposite.fields().isPresent()) {
            return false;
        }
        int byModel =
                field.model().name().text().compareTo(opposite.model().name().text());
        return byModel < 0 || byModel == 0 && field.fieldName().compareTo(opposite.fieldName()) <= 0;
    }
}
