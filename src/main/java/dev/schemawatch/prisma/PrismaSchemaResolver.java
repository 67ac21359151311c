package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Optional;

/**
 * Resolves the names and relations of the files that together are one schema. Reports what is clearly wrong: names that
 * nothing declares, duplicates, relations whose sides do not fit. What Prisma accepts gets no error.
 */
public final class PrismaSchemaResolver {
    private PrismaSchemaResolver() {}

    /**
     * Resolves the trees of all files of one schema.
     *
     * @param files in the order in which Prisma reads them, by path
     * @param prismaMajor 5, 6 or 7: what newer majors brought is a finding in older ones
     */
    public static Parsed<PrismaSchema> resolve(List<PrismaAst> files, int prismaMajor) {
        FindingLog log = new FindingLog();
        Declarations declarations = new Declarations(files, log);
        ConfigResolver configs = new ConfigResolver();
        Optional<Datasource> datasource = declarations.datasource().map(configs::datasource);
        ModelResolver models = new ModelResolver(
                declarations,
                new FieldResolver(declarations, log, datasource),
                new KeyResolver(declarations, log, prismaMajor),
                log);
        EnumResolver enums = new EnumResolver(log);

        PrismaSchema schema = new PrismaSchema(
                datasource,
                declarations.generators().stream().map(configs::generator).toList(),
                declarations.models().stream()
                        .filter(block -> block.kind() != ModelBlock.Kind.TYPE)
                        .map(models::model)
                        .toList(),
                declarations.enums().stream().map(enums::enumeration).toList(),
                declarations.models().stream()
                        .filter(block -> block.kind() == ModelBlock.Kind.TYPE)
                        .map(models::compositeType)
                        .toList());
        new RelationCheck(schema, log).run();
        return new Parsed<>(schema, log.toList());
    }
}
