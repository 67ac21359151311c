package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Provider.Ability;
import java.util.List;
import java.util.stream.Stream;

/** What a model needs: rows that can be told apart, and columns that count up only where the database can. */
final class ModelRules {
    private final Context context;

    ModelRules(Context context) {
        this.context = context;
    }

    void check(ModelDefinition model) {
        if (!model.isView()) {
            tellsRowsApart(model);
            countsUpWhereItCan(model);
        }
        hasNoShardKey(model);
    }

    private void tellsRowsApart(ModelDefinition model) {
        if (model.ignored() || model.criteria().anyMatch(Key::isStrict)) {
            return;
        }
        List<String> loose =
                model.criteria().map(key -> String.join(", ", key.fieldNames())).toList();
        context.report(
                SchemaRules.KEY,
                model.location(),
                model.name(),
                "the model has no key that is always set; mark a field with @id or @unique, or add @@id([…])"
                        + (loose.isEmpty()
                                ? ""
                                : " (these may be empty or of an unknown type: " + String.join("; ", loose) + ")"));
    }

    private void countsUpWhereItCan(ModelDefinition model) {
        if (context.can(Ability.AUTOINCREMENT_ANYWHERE)) {
            return;
        }
        List<ScalarField> counters = model.fields().stream()
                .filter(field -> field.defaultValue()
                        .filter(value -> value.isCall("autoincrement"))
                        .isPresent())
                .toList();
        if (counters.size() > 1) {
            context.report(
                    SchemaRules.DEFAULT,
                    model.location(),
                    model.name(),
                    "not every database counts up several fields of a table; name the provider in a datasource");
        }
        for (ScalarField counter : counters) {
            boolean single = model.primaryKey()
                    .filter(key -> key.fieldNames().equals(List.of(counter.name())))
                    .isPresent();
            boolean indexed = Stream.concat(model.primaryKey().stream(), model.keys().stream())
                    .anyMatch(key -> !key.parts().isEmpty()
                            && key.fieldNames().getFirst().equals(counter.name()));
            if (!single) {
                counter(model, counter, "that is not the primary key");
            }
            if (!indexed) {
                counter(model, counter, "without an index");
            }
        }
    }

    private void counter(ModelDefinition model, ScalarField field, String what) {
        context.report(
                SchemaRules.DEFAULT,
                field.typed().location(),
                model.subject(field.name()),
                "not every database counts up a field " + what + "; name the provider in a datasource");
    }

    private void hasNoShardKey(ModelDefinition model) {
        if (context.can(Ability.SHARD_KEYS)) {
            return;
        }
        Stream<Attribute> onFields =
                model.fields().stream().flatMap(field -> field.typed().node().attribute("shardKey").stream());
        Stream.concat(onFields, model.block().attribute("shardKey").stream()).forEach(attribute -> {
            if (!context.configuration().hasFeature(PreviewFeature.SHARD_KEYS)) {
                context.report(
                        SchemaRules.PREVIEW_FEATURE,
                        attribute.location(),
                        model.name(),
                        "shard keys are a preview feature; write previewFeatures = [\"shardKeys\"] in a generator");
            }
            context.unsupported(
                    SchemaRules.KEY, attribute.location(), model.name(), "shard keys", "remove the attribute");
        });
    }
}
