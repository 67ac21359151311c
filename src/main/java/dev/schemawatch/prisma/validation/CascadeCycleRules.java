package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Relation.Inline;
import dev.schemawatch.prisma.validation.RelationField.Action;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** With relationMode = "prisma" the client follows referential actions itself, and must not do so in a circle. */
final class CascadeCycleRules {
    private final Context context;
    private final Map<String, List<Inline>> byModel = new HashMap<>();

    CascadeCycleRules(Context context, Relations relations) {
        this.context = context;
        for (Relation relation : relations.all()) {
            if (relation instanceof Inline inline && inline.isComplete()) {
                byModel.computeIfAbsent(inline.from().name(), _ -> new ArrayList<>())
                        .add(inline);
            }
        }
    }

    void check(Inline relation) {
        boolean followed = context.configuration().emulatedRelations() && context.provider() != Provider.OTHER;
        if (followed && relation.isComplete() && returns(relation)) {
            RelationField field = relation.forward().orElseThrow();
            context.report(
                    SchemaRules.RELATION,
                    field.location(),
                    field.subject(),
                    "the actions of this relation lead back to "
                            + relation.from().name()
                            + " in a circle; set onDelete: and onUpdate: to Restrict on one of its relations");
        }
    }

    /** Whether relations that change rows lead from this one back to its own model, or to one that refers to itself. */
    private boolean returns(Inline relation) {
        Set<RelationField> seen = new HashSet<>();
        Deque<Inline> next = new ArrayDeque<>(List.of(relation));
        while (!next.isEmpty()) {
            Inline here = next.pop();
            seen.add(here.forward().orElseThrow());
            if (!changesRows(here)) {
                continue;
            }
            if (here.from() == here.to() || here.to() == relation.from()) {
                return true;
            }
            byModel.getOrDefault(here.to().name(), List.of()).stream()
                    .filter(step -> !seen.contains(step.forward().orElseThrow()))
                    .forEach(next::push);
        }
        return false;
    }

    private static boolean changesRows(Inline relation) {
        RelationField field = relation.forward().orElseThrow();
        return changes(field.onUpdate().map(Action::kind).orElse(Action.Kind.CASCADE))
                || changes(field.onDelete().map(Action::kind).orElseGet(() -> onDelete(relation, field)));
    }

    private static Action.Kind onDelete(Inline relation, RelationField field) {
        Optional<List<String>> fields = relation.fields();
        boolean required = field.isRequired()
                || fields.stream()
                        .flatMap(List::stream)
                        .flatMap(name -> relation.from().field(name).stream())
                        .anyMatch(scalar -> scalar.typed().isRequired());
        return required ? Action.Kind.RESTRICT : Action.Kind.SET_NULL;
    }

    private static boolean changes(Action.Kind action) {
        return action != Action.Kind.NO_ACTION && action != Action.Kind.RESTRICT;
    }
}
