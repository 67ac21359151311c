package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each attribute says by itself. Yields the definitions that the rules for whole schemas judge. */
final class AttributeRules {
    private final Declarations declarations;
    private final Map<ModelBlock, FieldTable> tables;
    private final int prismaMajor;
    private final FindingLog log;

    AttributeRules(Declarations declarations, Map<ModelBlock, FieldTable> tables, int prismaMajor, FindingLog log) {
        this.declarations = declarations;
        this.tables = tables;
        this.prismaMajor = prismaMajor;
        this.log = log;
    }

    Definitions check() {
        EnumAttributeRules enumRules = new EnumAttributeRules(log);
        CompositeTypeAttributeRules typeRules = new CompositeTypeAttributeRules(declarations, log);
        return new Definitions(
                declarations.models().stream().map(this::model).toList(),
                declarations.enums().stream().map(enumRules::check).toList(),
                declarations.types().stream()
                        .map(block -> typeRules.check(table(block)))
                        .toList());
    }

    private ModelDefinition model(ModelBlock block) {
        FieldTable table = table(block);
        List<RelationField> relations = new ArrayList<>();
        RelationAttributeRules relationRules = new RelationAttributeRules(table, this::table, log);
        for (TypedField field : table.fields()) {
            if (field.type() instanceof FieldType.ModelRef(String name)) {
                other(name).forEach(other -> relations.add(relationRules.check(field, other)));
            }
        }
        ModelKeys keys = new ModelKeys(
                table,
                new KeyPartsReader(table, this::typeTable, log),
                new PartialIndexRules(table, prismaMajor, log),
                log);
        ScalarAttributeRules scalarRules = new ScalarAttributeRules(table, keys, declarations, log);
        List<ScalarField> scalars = table.fields().stream()
                .filter(TypedField::isScalar)
                .map(scalarRules::check)
                .toList();
        return new ModelAttributeRules(table, keys, log).check(scalars, relations);
    }

    private Stream<ModelBlock> other(String name) {
        return declarations.find(name).stream().map(ModelBlock.class::cast);
    }

    private FieldTable typeTable(String name) {
        return other(name).map(this::table).findFirst().orElseThrow();
    }

    private FieldTable table(ModelBlock block) {
        FieldTable table = tables.get(block);
        return table == null ? new FieldTable(block, List.of()) : table;
    }
}
