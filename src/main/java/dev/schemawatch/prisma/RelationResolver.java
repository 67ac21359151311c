package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/** Reads {@code @relation} and finds the opposite field. */
final class RelationResolver {
    private final FindingLog log;

    RelationResolver(FindingLog log) {
        this.log = log;
    }

    Relation relation(ModelBlock model, FieldNode field, RelationPairs pairs) {
        String subject = model.name().text() + "." + field.name().text();
        reportOpposite(model, field, pairs, subject);
        Optional<Attribute> attribute = field.attribute("relation");
        return new Relation(
                RelationPairs.relationName(field),
                names(attribute, "fields"),
                names(attribute, "references"),
                action(attribute, "onDelete", subject),
                action(attribute, "onUpdate", subject),
                attribute.flatMap(present -> present.text("map")),
                pairs.opposite(model, field),
                attribute.map(Attribute::location).orElse(field.location()));
    }

    private void reportOpposite(ModelBlock model, FieldNode field, RelationPairs pairs, String subject) {
        String other = field.type().name();
        if (pairs.ambiguous(model, field)) {
            log.add(
                    SchemaRules.RELATION,
                    field.location(),
                    subject,
                    "several fields of " + model.name().text() + " refer to " + other
                            + "; tell them apart with a name on both sides: @relation(\"name\", …)");
        } else if (pairs.missing(model, field)) {
            log.add(
                    SchemaRules.RELATION,
                    field.location(),
                    subject,
                    "the model " + other + " has no field for this relation; add one of type "
                            + model.name().text()
                            + " or " + model.name().text() + "[] there"
                            + RelationPairs.relationName(field)
                                    .map(name -> " with @relation(\"" + name + "\")")
                                    .orElse(""));
        }
    }

    private static List<String> names(Optional<Attribute> attribute, String key) {
        return attribute.flatMap(present -> present.named(key)).stream()
                .flatMap(value -> value.elements().stream())
                .flatMap(value -> value.asConstant().stream())
                .toList();
    }

    private Optional<ForeignKey.Action> action(Optional<Attribute> attribute, String key, String subject) {
        return attribute.flatMap(present -> present.named(key)).flatMap(value -> switch (value.asConstant()
                .orElse("")) {
            case "Cascade" -> Optional.of(ForeignKey.Action.CASCADE);
            case "Restrict" -> Optional.of(ForeignKey.Action.RESTRICT);
            case "NoAction" -> Optional.of(ForeignKey.Action.NO_ACTION);
            case "SetNull" -> Optional.of(ForeignKey.Action.SET_NULL);
            case "SetDefault" -> Optional.of(ForeignKey.Action.SET_DEFAULT);
            default -> {
                log.add(
                        SchemaRules.REFERENCE,
                        value.location(),
                        subject,
                        key + " must be one of Cascade, Restrict, NoAction, SetNull, SetDefault");
                yield Optional.empty();
            }
        });
    }
}
