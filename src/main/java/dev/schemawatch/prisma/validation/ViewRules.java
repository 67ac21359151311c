package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.SchemaRules;

/** What a view must not have, and that views are a preview feature. */
final class ViewRules {
    private final Context context;

    ViewRules(Context context) {
        this.context = context;
    }

    void check(ModelDefinition view) {
        if (!view.isView()) {
            return;
        }
        if (!context.configuration().hasFeature(PreviewFeature.VIEWS)) {
            context.report(
                    SchemaRules.PREVIEW_FEATURE,
                    view.location(),
                    view.name(),
                    "views are a preview feature; write previewFeatures = [\"views\"] in a generator");
        }
        view.primaryKey()
                .ifPresent(key ->
                        report(view, key, "a view has no primary key; write @unique on a field that tells rows apart"));
        view.keys().forEach(key -> key(view, key));
    }

    /** Prisma only tells rows apart by it; there is nothing in the database that could have a name or an order. */
    private void key(ModelDefinition view, Key key) {
        if (!key.isUnique()) {
            report(view, key, "a view has no indexes; put the index on the table behind it");
        } else {
            if (key.mappedName().isPresent()) {
                report(view, key, "nothing in the database has this name, since a view has no indexes; remove map:");
            }
            if (key.clustered().isPresent()) {
                report(view, key, "a view has no rows of its own to put in an order; remove clustered:");
            }
        }
        if (key.parts().stream().anyMatch(KeyPart::hasArguments)) {
            report(
                    view,
                    key,
                    "a field in a key of a view has no arguments, since a view has no indexes; remove sort:, length: and"
                            + " ops:");
        }
    }

    private void report(ModelDefinition view, Key key, String message) {
        context.report(SchemaRules.VIEW, key.location(), view.name(), message);
    }
}
