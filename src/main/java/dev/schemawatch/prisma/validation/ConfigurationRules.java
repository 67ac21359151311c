package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock.Kind;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.Property;
import dev.schemawatch.prisma.SchemaRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Datasources and generators. */
final class ConfigurationRules {
    private final Declarations declarations;
    private final int prismaMajor;
    private final FindingLog log;

    ConfigurationRules(Declarations declarations, int prismaMajor, FindingLog log) {
        this.declarations = declarations;
        this.prismaMajor = prismaMajor;
        this.log = log;
    }

    Configuration check() {
        List<ConfigBlock> datasources = declarations.configs(Kind.DATASOURCE);
        Set<String> features = new HashSet<>();
        GeneratorRules generators =
                new GeneratorRules(new PreviewFeatureRules(providerOf(datasources), prismaMajor, log), log);
        declarations.configs(Kind.GENERATOR).forEach(block -> features.addAll(generators.check(block)));
        DatasourceRules rules = new DatasourceRules(prismaMajor, log);
        List<DatasourceRules.Read> read = datasources.stream()
                .flatMap(block -> rules.check(block).stream())
                .toList();
        if (read.size() > 1) {
            datasources.forEach(block -> log.add(
                    SchemaRules.CONFIGURATION,
                    block.location(),
                    block.name().text(),
                    "a schema has one datasource; keep one, and make a second schema for the other database"));
        }
        Optional<DatasourceRules.Read> first = read.stream().findFirst();
        return new Configuration(
                first.map(DatasourceRules.Read::provider).orElse(Provider.NONE),
                first.map(DatasourceRules.Read::name),
                first.filter(DatasourceRules.Read::emulatedRelations).isPresent(),
                features,
                first.flatMap(DatasourceRules.Read::namespaces),
                first.map(DatasourceRules.Read::extensionList).orElse(List.of()),
                first.flatMap(DatasourceRules.Read::extensions).map(Property::location));
    }

    /** The provider that the first datasource seems to have, however wrong the rest of it is. */
    private static Provider providerOf(List<ConfigBlock> datasources) {
        return datasources.stream()
                .findFirst()
                .flatMap(block -> block.property("provider"))
                .flatMap(Expression::asText)
                .flatMap(Provider::of)
                .orElse(Provider.NONE);
    }
}
