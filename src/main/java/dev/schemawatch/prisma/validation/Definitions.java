package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Optional;

/**
 * All that a schema declares, with what the attributes say.
 *
 * @param models models and views, in order of declaration
 */
record Definitions(List<ModelDefinition> models, List<EnumDefinition> enums, List<TypeDefinition> types) {

    Definitions {
        models = List.copyOf(models);
        enums = List.copyOf(enums);
        types = List.copyOf(types);
    }

    /**
     * An enum.
     *
     * @param namespace the value of {@code @@schema}
     */
    record EnumDefinition(EnumBlock block, Optional<String> mappedName, Optional<Expression.Text> namespace) {
        String name() {
            return block.name().text();
        }

        String databaseName() {
            return mappedName.orElse(name());
        }

        Location.InFile location() {
            return block.location();
        }
    }

    /** A composite type. */
    record TypeDefinition(ModelBlock block, List<ScalarField> fields) {
        TypeDefinition {
            fields = List.copyOf(fields);
        }

        String name() {
            return block.name().text();
        }
    }
}
