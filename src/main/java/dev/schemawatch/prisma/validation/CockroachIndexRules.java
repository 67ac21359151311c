package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;

/** Which types an inverted index of CockroachDB can hold. */
final class CockroachIndexRules {
    private final Context context;

    CockroachIndexRules(Context context) {
        this.context = context;
    }

    void check(ModelDefinition model, Key key) {
        if (key.method().filter(IndexMethod.GIN::equals).isEmpty()) {
            return;
        }
        for (KeyPart part : key.parts()) {
            TypedField field = part.field();
            if (part.hasOperatorClass()) {
                report(model, key, "CockroachDB takes no operator class; remove ops:");
                return;
            }
            boolean fits = field.type() instanceof FieldType.Unsupported || field.is(ScalarType.JSON) || field.isList();
            if (!fits) {
                report(model, key, "a Gin index holds Json and lists, and " + field.name() + " is neither");
            }
            if (field.is(ScalarType.JSON) && part != key.parts().getLast()) {
                report(model, key, "a Json field comes last in a Gin index; move " + field.name() + " to the end");
            }
        }
    }

    private void report(ModelDefinition model, Key key, String message) {
        context.report(SchemaRules.INDEX, key.location(), model.name(), message);
    }
}
