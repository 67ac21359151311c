package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds for each relation field the one on the other model that is its opposite: of all fields between two models, those with
 * the same relation name, or both without one.
 */
final class RelationPairs {
    private final Map<Side, List<FieldNode>> fieldsBySide = new LinkedHashMap<>();

    RelationPairs(Declarations declarations) {
        for (ModelBlock model : declarations.models()) {
            for (FieldNode field : model.fields()) {
                if (!field.type().unsupported()
                        && declarations
                                .model(field.type().name())
                                .filter(other -> other.kind() != ModelBlock.Kind.TYPE)
                                .isPresent()) {
                    fieldsBySide
                            .computeIfAbsent(side(model, field), _ -> new ArrayList<>())
                            .add(field);
                }
            }
        }
    }

    /** All fields of one model that refer to another one by the same relation. */
    private record Side(String model, String other, Optional<String> relation) {
        Side opposite() {
            return new Side(other, model, relation);
        }

        boolean ofOneModel() {
            return model.equals(other);
        }
    }

    /** The field's relation name, when the author gave one. */
    static Optional<String> relationName(FieldNode field) {
        return field.text("relation");
    }

    /** The opposite of a relation field, or nothing where there is none, or more than one. */
    Optional<String> opposite(ModelBlock model, FieldNode field) {
        Side side = side(model, field);
        if (rivals(side) > 0 || candidates(side) != 1) {
            return Optional.empty();
        }
        List<FieldNode> fields = fieldsBySide.getOrDefault(side.opposite(), List.of());
        FieldNode opposite = fields.getFirst().equals(field) ? fields.getLast() : fields.getFirst();
        return Optional.of(opposite.name().text());
    }

    /** How many fields could be the opposite of one. In a relation of a model with itself, a field is not its own opposite. */
    private int candidates(Side side) {
        return count(side.opposite()) - (side.ofOneModel() ? 1 : 0);
    }

    /** How many other fields look the same from this side. In a relation of a model with itself, the two ends are no rivals. */
    private int rivals(Side side) {
        return Math.max(0, count(side) - (side.ofOneModel() ? 2 : 1));
    }

    private int count(Side side) {
        return fieldsBySide.getOrDefault(side, List.of()).size();
    }

    private static Side side(ModelBlock model, FieldNode field) {
        return new Side(model.name().text(), field.type().name(), relationName(field));
    }
}
