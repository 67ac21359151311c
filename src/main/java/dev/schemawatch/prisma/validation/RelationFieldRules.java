package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Provider.Ability;
import dev.schemawatch.prisma.validation.RelationField.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Relation fields one by one: that it can be told what belongs together, and that the database has what they ask for. */
final class RelationFieldRules {
    private final Context context;
    private final Set<String> ignoredModels;

    RelationFieldRules(Context context) {
        this.context = context;
        this.ignoredModels = context.definitions().models().stream()
                .filter(ModelDefinition::ignored)
                .map(ModelDefinition::name)
                .collect(Collectors.toSet());
    }

    /** Checks the relation fields of a model; false when it cannot be told which of them belong together. */
    boolean check(ModelDefinition model) {
        for (RelationField field : model.relations()) {
            if (!isUnambiguous(model, field)) {
                return false;
            }
            ignoresWithTheOther(model, field);
            action(field, "onDelete", field.onDelete());
            action(field, "onUpdate", field.onUpdate());
            isNamedWhereItCan(field);
            hasAnIndex(model, field);
        }
        return true;
    }

    private boolean isUnambiguous(ModelDefinition model, RelationField field) {
        List<String> rivals = model.relations().stream()
                .filter(other ->
                        other.other() == field.other() && relationName(other).equals(relationName(field)))
                .map(RelationField::fieldName)
                .toList();
        int allowed = field.ofOneModel() && field.name().isPresent() ? 2 : 1;
        if (rivals.size() <= allowed) {
            return true;
        }
        String fields = String.join(", ", rivals);
        context.report(
                SchemaRules.RELATION,
                field.location(),
                field.subject(),
                field.ofOneModel()
                        ? "it cannot be told which of " + fields + " belong together; give both ends of one relation"
                                + " the same name: @relation(\"name\")"
                        : fields + " refer to " + field.other().name().text()
                                + " in the same way; tell them apart with a name on both sides: @relation(\"name\", …)");
        return false;
    }

    /** The name that is given, or the one that Prisma makes of both models' names. */
    private static String relationName(RelationField field) {
        String model = field.model().name().text();
        String other = field.other().name().text();
        return field.name().orElseGet(() -> model.compareTo(other) < 0 ? model + "To" + other : other + "To" + model);
    }

    private void ignoresWithTheOther(ModelDefinition model, RelationField field) {
        boolean otherIgnored = ignoredModels.contains(field.other().name().text());
        if (otherIgnored && !field.ignored() && !model.ignored()) {
            context.report(
                    SchemaRules.RELATION,
                    field.location(),
                    field.subject(),
                    field.other().name().text() + " is ignored, so the client cannot follow this; add @ignore here");
        }
    }

    private void action(RelationField field, String key, Optional<Action> action) {
        if (action.isPresent() && !isPossible(action.get().kind())) {
            context.report(
                    SchemaRules.RELATION,
                    field.argumentLocation(key),
                    field.subject(),
                    "with relationMode = \"prisma\" there is no "
                            + action.get().kind().word() + "; write Cascade," + " Restrict or SetNull");
        }
    }

    private boolean isPossible(Action.Kind action) {
        if (!context.configuration().emulatedRelations()) {
            return true;
        }
        return switch (action) {
            case CASCADE, RESTRICT, SET_NULL -> true;
            case NO_ACTION -> context.provider() != Provider.POSTGRESQL;
            case SET_DEFAULT -> context.provider() == Provider.OTHER;
        };
    }

    private void isNamedWhereItCan(RelationField field) {
        if (field.mappedName().isPresent() && !context.can(Ability.NAMED_FOREIGN_KEYS)) {
            context.unsupported(
                    SchemaRules.RELATION,
                    field.attributeLocation(),
                    field.subject(),
                    "names of foreign keys",
                    "remove map:");
        }
    }

    private void hasAnIndex(ModelDefinition model, RelationField field) {
        Optional<List<String>> fields = field.fields();
        if (!context.configuration().emulatedRelations() || fields.isEmpty()) {
            return;
        }
        boolean indexed = Stream.concat(model.primaryKey().stream(), model.keys().stream())
                .map(Key::fieldNames)
                .anyMatch(names -> startsWith(names, fields.get()));
        if (!indexed) {
            Location.InFile place = field.attributeLocation();
            context.report(
                    SchemaRules.RELATION_INDEX,
                    place,
                    field.subject(),
                    "without foreign keys each look-up scans the table; add @@index([" + String.join(", ", fields.get())
                            + "])");
        }
    }

    private static boolean startsWith(List<String> names, List<String> first) {
        return names.size() >= first.size() && names.subList(0, first.size()).equals(first);
    }
}
