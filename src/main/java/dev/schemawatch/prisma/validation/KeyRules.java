package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Provider.Ability;

/** Primary keys, unique constraints and indexes: what they hold, and whether the database has such. */
final class KeyRules {
    private final Context context;
    private final PostgresIndexRules postgres;
    private final CockroachIndexRules cockroach;

    KeyRules(Context context) {
        this.context = context;
        this.postgres = new PostgresIndexRules(context);
        this.cockroach = new CockroachIndexRules(context);
    }

    /** Of the keys of a view, which the database does not have, only what the client makes of them counts. */
    void check(ModelDefinition model) {
        if (model.isView()) {
            model.keys().stream().filter(Key::isUnique).forEach(key -> joinedNameIsFree(model, key));
            return;
        }
        model.primaryKey().ifPresent(key -> primaryKey(model, key));
        model.keys().forEach(key -> index(model, key));
        switch (context.provider()) {
            case POSTGRESQL -> model.keys().forEach(key -> postgres.check(model, key));
            case COCKROACHDB -> model.keys().forEach(key -> cockroach.check(model, key));
            case NONE, OTHER -> {
                // nothing is known of their indexes
            }
        }
    }

    private void primaryKey(ModelDefinition model, Key key) {
        hasFields(model, key, SchemaRules.KEY);
        joinedNameIsFree(model, key);
        if (key.mappedName().isPresent() && !context.can(Ability.NAMED_PRIMARY_KEYS)) {
            unsupported(SchemaRules.KEY, model.location(), model, "names of primary keys", "remove map:");
        }
        if (key.parts().stream().anyMatch(part -> part.length().isPresent()) && !context.can(Ability.KEY_LENGTH)) {
            unsupported(SchemaRules.KEY, key.location(), model, "lengths in a primary key", "remove length:");
        }
        if (key.parts().stream().anyMatch(part -> part.descending().isPresent()) && !context.can(Ability.KEY_SORT)) {
            unsupported(SchemaRules.KEY, key.location(), model, "an order of primary keys", "remove sort:");
        }
        clustering(model, key, SchemaRules.KEY);
    }

    private void index(ModelDefinition model, Key key) {
        hasFields(model, key, SchemaRules.INDEX);
        if (key.isUnique()) {
            joinedNameIsFree(model, key);
        }
        if (key.parts().stream().anyMatch(part -> part.length().isPresent()) && !context.can(Ability.KEY_LENGTH)) {
            unsupported(SchemaRules.INDEX, key.location(), model, "lengths in an index", "remove length:");
        }
        key.method()
                .filter(method -> !context.provider().has(method))
                .ifPresent(method -> unsupported(
                        SchemaRules.INDEX,
                        key.location("type"),
                        model,
                        "indexes of type " + method.word(),
                        "remove type:"));
        hashHasNoOrder(model, key);
        if (key.kind() == Key.Kind.FULLTEXT && !context.can(Ability.FULL_TEXT)) {
            unsupported(
                    SchemaRules.INDEX,
                    key.location(),
                    model,
                    "@@fulltext",
                    "use @@index([…], type: Gin) on an Unsupported(\"tsvector\") field");
        }
        clustering(model, key, SchemaRules.INDEX);
        key.where()
                .filter(_ -> !context.configuration().hasFeature(PreviewFeature.PARTIAL_INDEXES))
                .ifPresent(place -> context.report(
                        SchemaRules.PREVIEW_FEATURE,
                        place,
                        model.name(),
                        "partial indexes are a preview feature; write previewFeatures = [\"partialIndexes\"] in a"
                                + " generator"));
        boolean operatorClasses = key.parts().stream().anyMatch(KeyPart::hasOperatorClass);
        if (key.kind() != Key.Kind.INDEX && operatorClasses) {
            context.report(
                    SchemaRules.INDEX,
                    key.location(),
                    model.name(),
                    "an operator class belongs to @@index; remove ops:");
        }
    }

    private void hasFields(ModelDefinition model, Key key, Rule rule) {
        if (key.parts().isEmpty()) {
            context.report(
                    rule,
                    key.location(),
                    model.name(),
                    key.written() + " names no field; write " + key.written() + "([field])");
        }
    }

    /** The client addresses a compound key by its fields' names, joined with {@code _}. */
    private void joinedNameIsFree(ModelDefinition model, Key key) {
        String joined = String.join("_", key.fieldNames());
        if (key.parts().size() > 1 && model.field(joined).isPresent()) {
            context.report(
                    SchemaRules.KEY,
                    key.location(),
                    model.name(),
                    "the client would know this key as " + joined + ", which is a field; add name: \"…\"");
        }
    }

    private void hashHasNoOrder(ModelDefinition model, Key key) {
        boolean hash = key.method().filter(IndexMethod.HASH::equals).isPresent();
        boolean ordered =
                key.parts().stream().anyMatch(part -> part.descending().isPresent());
        if (hash && ordered && context.provider().has(IndexMethod.HASH)) {
            context.report(SchemaRules.INDEX, key.location(), model.name(), "a hash index has no order; remove sort:");
        }
    }

    private void clustering(ModelDefinition model, Key key, Rule rule) {
        if (key.clustered().isPresent() && !context.can(Ability.CLUSTERING)) {
            unsupported(rule, key.location(), model, "clustered:", "remove it");
        }
    }

    private void unsupported(Rule rule, Location.InFile place, ModelDefinition model, String what, String instead) {
        context.unsupported(rule, place, model.name(), what, instead);
    }
}
