package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.Parsed;
import dev.schemawatch.prisma.PrismaAst;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.List;
import java.util.Map;

/**
 * Judges a schema as {@code prisma validate} does. What Prisma accepts gets no error here, and what it refuses gets one at the
 * same place. Facts are those of Prisma 6.19 and 7.10.
 */
public final class SchemaValidator {
    private SchemaValidator() {}

    /**
     * Judges the files that together are one schema.
     *
     * @param files what the parser made of each, with its findings, in the order in which Prisma reads them
     * @param prismaMajor 5, 6 or 7: whose rules hold
     * @return all findings, the parser's with them, in order of their places
     */
    public static List<Finding> validate(List<Parsed<PrismaAst>> files, int prismaMajor) {
        FindingLog log = new FindingLog();
        files.forEach(file -> file.findings().forEach(log::add));
        Declarations declarations =
                new Declarations(files.stream().map(Parsed::value).toList());

        new NameRules(declarations, log).check();
        Map<ModelBlock, FieldTable> fields = new TypeRules(declarations, log).check();
        Definitions definitions = new AttributeRules(declarations, fields, prismaMajor, log).check();
        Configuration configuration = new ConfigurationRules(declarations, prismaMajor, log).check();

        if (!log.hasErrors()) {
            new WholeSchemaRules(new Context(definitions, configuration, log)).check();
        }
        return log.toList();
    }
}
