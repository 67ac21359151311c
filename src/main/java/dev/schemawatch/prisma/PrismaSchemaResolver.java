package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Resolves the names and relations of the files that together are one schema. What does not fit is left out without a word:
 * the {@code validation} package says what is wrong, and nothing should be made of a schema with errors.
 */
public final class PrismaSchemaResolver {
    private PrismaSchemaResolver() {}

    /**
     * Resolves the trees of all files of one schema.
     *
     * @param files in the order in which Prisma reads them, by path
     */
    public static PrismaSchema resolve(List<PrismaAst> files) {
        Declarations declarations = new Declarations(files);
        ConfigResolver configs = new ConfigResolver();
        Optional<Datasource> datasource = declarations.datasource().map(configs::datasource);
        ModelResolver models =
                new ModelResolver(declarations, new FieldResolver(declarations), new KeyResolver(declarations));
        EnumResolver enums = new EnumResolver();

        return new PrismaSchema(
                datasource,
                declarations.generators().stream()
                        .flatMap(generator -> configs.previewFeatures(generator).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                declarations.generators().stream().flatMap(configs::variables).toList(),
                declarations.models().stream()
                        .filter(block -> block.kind() != ModelBlock.Kind.TYPE)
                        .map(models::model)
                        .toList(),
                declarations.enums().stream().map(enums::enumeration).toList(),
                declarations.models().stream()
                        .filter(block -> block.kind() == ModelBlock.Kind.TYPE)
                        .map(block -> block.name().text())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
