package dev.schemawatch.prisma;

import dev.schemawatch.finding.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports relations whose fields do not exist, do not pair up, or are missing on both sides. */
final class RelationCheck {
    private final PrismaSchema schema;
    private final FindingLog log;
    private final Map<String, Map<String, Field>> fieldsByModel = new HashMap<>();

    RelationCheck(PrismaSchema schema, FindingLog log) {
        this.schema = schema;
        this.log = log;
    }

    void run() {
        for (Model model : schema.models()) {
            Map<String, Field> fields = new HashMap<>();
            model.fields().forEach(field -> fields.put(field.name(), field));
            fieldsByModel.put(model.name(), fields);
        }
        for (Model model : schema.models()) {
            for (Field field : model.fields()) {
                if (field.type() instanceof FieldType.ModelRef(String other)) {
                    field.relation().ifPresent(relation -> check(model, field, other, relation));
                }
            }
        }
    }

    private void check(Model model, Field field, String other, Relation relation) {
        requireFields(model, field, relation, model.name(), relation.fields());
        requireFields(model, field, relation, other, relation.references());
        if (relation.fields().size() != relation.references().size()) {
            report(
                    SchemaRules.RELATION,
                    model,
                    field,
                    relation,
                    "fields: and references: must name the same number of fields, one for one");
            return;
        }
        Optional<Field> opposite = relation.opposite().map(name -> fields(other).get(name));
        opposite.ifPresent(otherField -> checkSides(model, field, relation, otherField));
    }

    /** Judges a pair once, from the side that holds no foreign key or comes first. */
    private void checkSides(Model model, Field field, Relation relation, Field opposite) {
        boolean otherOwns = opposite.relation().filter(Relation::owning).isPresent();
        boolean bothLists = field.arity() == Arity.LIST && opposite.arity() == Arity.LIST;
        if (bothLists) {
            return;
        }
        if (relation.owning() && otherOwns) {
            report(
                    SchemaRules.RELATION,
                    model,
                    field,
                    relation,
                    "both sides of this relation have fields: and references:; keep them on the side with the foreign key");
        } else if (!relation.owning() && !otherOwns && field.arity() != Arity.LIST) {
            report(
                    SchemaRules.RELATION,
                    model,
                    field,
                    relation,
                    "no side of this relation has fields: and references:; write @relation(fields: […], references: […])"
                            + " on the side with the foreign key");
        }
    }

    private void requireFields(Model model, Field field, Relation relation, String owner, List<String> names) {
        for (String name : names) {
            if (!fields(owner).containsKey(name)) {
                report(
                        SchemaRules.REFERENCE,
                        model,
                        field,
                        relation,
                        "@relation names the field " + name + ", which " + owner
                                + " does not have; add the field or correct the name");
            }
        }
    }

    private Map<String, Field> fields(String model) {
        return fieldsByModel.getOrDefault(model, Map.of());
    }

    private void report(Rule rule, Model model, Field field, Relation relation, String message) {
        log.add(rule, relation.location(), model.name() + "." + field.name(), message);
    }
}
