package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Provider.Ability;

/** Fields that hold values: their types and defaults, as the database has them. */
final class FieldRules {
    private final Context context;
    private final NativeTypeRules nativeTypes;
    private final DefaultTextRules texts;

    FieldRules(Context context) {
        this.context = context;
        this.nativeTypes = new NativeTypeRules(context);
        this.texts = new DefaultTextRules(context);
    }

    void check(ModelDefinition model, ScalarField field) {
        databaseHasTheType(model, field);
        nativeTypes.check(model, field);
        field.defaultValue().ifPresent(value -> defaultValue(model, field, value));
    }

    private void databaseHasTheType(ModelDefinition model, ScalarField field) {
        TypedField typed = field.typed();
        if (typed.type() instanceof FieldType.Scalar(ScalarType type)) {
            if (!context.provider().hasType(type)) {
                unsupported(model, field, "fields of type " + type.keyword());
            }
            if (type == ScalarType.JSON && typed.isList() && !context.can(Ability.JSON_LISTS)) {
                unsupported(model, field, "lists of Json");
            }
        }
        if (typed.isList() && !context.can(Ability.LISTS)) {
            unsupported(model, field, "lists of values");
        }
    }

    private void unsupported(ModelDefinition model, ScalarField field, String what) {
        String subject = model.subject(field.name());
        context.unsupported(
                SchemaRules.TYPE,
                field.typed().location(),
                subject,
                what,
                "use another type, or a model with a relation");
    }

    private void defaultValue(ModelDefinition model, ScalarField field, ScalarField.DefaultValue value) {
        String subject = model.subject(field.name());
        if (value.mappedName().isPresent() && !context.can(Ability.NAMED_DEFAULTS)) {
            context.unsupported(
                    SchemaRules.DEFAULT, value.attribute().location(), subject, "names of defaults", "remove map:");
        }
        if (value.isCall("auto") && !context.can(Ability.AUTO_FUNCTION)) {
            context.unsupported(
                    SchemaRules.DEFAULT,
                    value.value().location(),
                    subject,
                    "auto()",
                    "use autoincrement(), uuid() or dbgenerated(\"…\")");
        }
        if (context.provider() == Provider.COCKROACHDB
                && !model.isView()
                && value.isCall("autoincrement")
                && field.typed().is(ScalarType.INT)) {
            context.report(
                    SchemaRules.DEFAULT,
                    value.attribute().location(),
                    subject,
                    "CockroachDB counts up a BigInt with autoincrement(), and an Int with sequence()");
        }
        field.typed().scalar().ifPresent(type -> texts.check(value.value(), type, subject));
    }
}
