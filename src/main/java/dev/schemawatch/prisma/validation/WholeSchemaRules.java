package dev.schemawatch.prisma.validation;

/** What can only be judged when all parts are sound by themselves: that they fit together, and fit the database. */
final class WholeSchemaRules {
    private final Context context;

    WholeSchemaRules(Context context) {
        this.context = context;
    }

    void check() {
        new DatasourceFeatureRules(context).check();
        new CompositeTypeRules(context).check();
        new NamespaceRules(context).check();

        ConstraintNameRules constraintNames = new ConstraintNameRules(context);
        ModelRules models = new ModelRules(context);
        KeyRules keys = new KeyRules(context);
        FieldRules fields = new FieldRules(context);
        RelationFieldRules relationFields = new RelationFieldRules(context);
        ViewRules views = new ViewRules(context);
        for (ModelDefinition model : context.definitions().models()) {
            models.check(model);
            model.fields().forEach(field -> fields.check(model, field));
            if (!relationFields.check(model)) {
                // Prisma too stops here: what belongs together cannot be told, so nothing about relations can.
                return;
            }
            keys.check(model);
            views.check(model);
        }

        Relations relations = Relations.of(context.definitions());
        constraintNames.check(relations);
        new RelationRules(context, relations).check();
    }
}
