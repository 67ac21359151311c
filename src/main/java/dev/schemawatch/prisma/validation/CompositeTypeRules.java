package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.prisma.validation.Definitions.TypeDefinition;

/** Composite types, which only MongoDB has. */
final class CompositeTypeRules {
    private final Context context;

    CompositeTypeRules(Context context) {
        this.context = context;
    }

    void check() {
        for (TypeDefinition type : context.definitions().types()) {
            if (!context.can(Provider.Ability.COMPOSITE_TYPES)) {
                context.unsupported(
                        SchemaRules.COMPOSITE_TYPE,
                        type.block().location(),
                        type.name(),
                        "composite types",
                        "use a Json field, or a model with a relation");
            } else if (type.block().fields().isEmpty()) {
                context.report(
                        SchemaRules.COMPOSITE_TYPE,
                        type.block().location(),
                        type.name(),
                        "a type needs a field; write one on a line of its own");
            }
        }
    }
}
