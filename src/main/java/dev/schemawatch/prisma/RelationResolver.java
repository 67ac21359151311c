package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/** Reads {@code @relation} and finds the opposite field. */
final class RelationResolver {

    Relation relation(ModelBlock model, FieldNode field, RelationPairs pairs) {
        Optional<Attribute> attribute = field.attribute("relation");
        return new Relation(
                RelationPairs.relationName(field),
                names(attribute, "fields"),
                names(attribute, "references"),
                action(attribute, "onDelete"),
                action(attribute, "onUpdate"),
                attribute.flatMap(present -> present.text("map")),
                pairs.opposite(model, field),
                attribute.map(Attribute::location).orElse(field.location()));
    }

    private static List<String> names(Optional<Attribute> attribute, String key) {
        return attribute.flatMap(present -> present.named(key)).stream()
                .flatMap(value -> value.elements().stream())
                .flatMap(value -> value.asConstant().stream())
                .toList();
    }

    private static Optional<ForeignKey.Action> action(Optional<Attribute> attribute, String key) {
        return attribute.flatMap(present -> present.named(key)).flatMap(value -> switch (value.asConstant()
                .orElse("")) {
            case "Cascade" -> Optional.of(ForeignKey.Action.CASCADE);
            case "Restrict" -> Optional.of(ForeignKey.Action.RESTRICT);
            case "NoAction" -> Optional.of(ForeignKey.Action.NO_ACTION);
            case "SetNull" -> Optional.of(ForeignKey.Action.SET_NULL);
            case "SetDefault" -> Optional.of(ForeignKey.Action.SET_DEFAULT);
            default -> Optional.empty();
        });
    }
}
