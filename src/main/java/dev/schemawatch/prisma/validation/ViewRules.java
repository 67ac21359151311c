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
                .ifPresent(key -> context.report(
                        SchemaRules.VIEW,
                        key.location(),
                        view.name(),
                        "a view has no primary key; write @unique on a field that tells rows apart"));
        view.keys().stream()
                .filter(key -> !key.isUnique())
                .forEach(key -> context.report(
                        SchemaRules.VIEW,
                        key.location(),
                        view.name(),
                        "a view has no indexes; put the index on the table behind it"));
    }
}
