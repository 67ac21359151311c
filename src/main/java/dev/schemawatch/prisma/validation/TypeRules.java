package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Block;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the types of fields stand for; that each of them is declared, and that each enum has a value. */
final class TypeRules {
    private final Declarations declarations;
    private final FindingLog log;

    TypeRules(Declarations declarations, FindingLog log) {
        this.declarations = declarations;
        this.log = log;
    }

    /** Checks all blocks, and returns the fields of models, views and composite types with their types. */
    Map<ModelBlock, FieldTable> check() {
        Map<ModelBlock, FieldTable> tables = new IdentityHashMap<>();
        for (Block block : declarations.blocks()) {
            switch (block) {
                case ModelBlock model -> tables.put(model, table(model));
                case EnumBlock enumeration -> hasAValue(enumeration);
                case ConfigBlock _ -> {
                    // neither has types
                }
            }
        }
        return tables;
    }

    private FieldTable table(ModelBlock model) {
        List<TypedField> fields =
                model.fields().stream().map(field -> typed(model, field)).toList();
        return new FieldTable(model, fields);
    }

    private TypedField typed(ModelBlock model, FieldNode field) {
        FieldType type = type(field);
        switch (type) {
            case FieldType.Unknown(String name) ->
                report(
                        SchemaRules.REFERENCE,
                        model,
                        field,
                        name + " is neither a built-in type nor a model, type or enum of this schema; declare it or"
                                + " correct the name");
            case FieldType.ModelRef(String name) -> {
                if (model.kind() == ModelBlock.Kind.TYPE) {
                    report(
                            SchemaRules.COMPOSITE_TYPE,
                            model,
                            field,
                            "a composite type cannot hold the model " + name
                                    + "; hold its key in a plain field, and put the relation on a model");
                }
            }
            case FieldType.Scalar _, FieldType.EnumRef _, FieldType.CompositeRef _, FieldType.Unsupported _ -> {
                // fine anywhere
            }
        }
        return new TypedField(field, type);
    }

    private FieldType type(FieldNode field) {
        String name = field.type().name();
        if (field.type().unsupported()) {
            return new FieldType.Unsupported(name);
        }
        Optional<ScalarType> scalar = ScalarType.of(name);
        if (scalar.isPresent()) {
            return new FieldType.Scalar(scalar.get());
        }
        return declarations.find(name).map(TypeRules::reference).orElseGet(() -> new FieldType.Unknown(name));
    }

    private static FieldType reference(Block block) {
        String name = block.name().text();
        return switch (block) {
            case ModelBlock model when model.kind() == ModelBlock.Kind.TYPE -> new FieldType.CompositeRef(name);
            case ModelBlock _ -> new FieldType.ModelRef(name);
            case EnumBlock _ -> new FieldType.EnumRef(name);
            case ConfigBlock _ -> new FieldType.Unknown(name);
        };
    }

    private void hasAValue(EnumBlock enumeration) {
        if (enumeration.values().isEmpty()) {
            log.add(
                    SchemaRules.TYPE,
                    enumeration.location(),
                    enumeration.name().text(),
                    "an enum needs a value; write one on a line of its own");
        }
    }

    private void report(Rule rule, ModelBlock model, FieldNode field, String message) {
        log.add(
                rule,
                field.type().location(),
                model.name().text() + "." + field.name().text(),
                message);
    }
}
