package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import java.util.List;
import java.util.Optional;

/** Whether the value of {@code @default} is of the field's type. What the text of a value says is judged later. */
final class DefaultRules {
    private final Declarations declarations;
    private final ArgumentReader arguments;
    private final TypedField field;
    private final String subject;
    private final FindingLog log;

    DefaultRules(
            Declarations declarations, ArgumentReader arguments, TypedField field, String subject, FindingLog log) {
        this.declarations = declarations;
        this.arguments = arguments;
        this.field = field;
        this.subject = subject;
        this.log = log;
    }

    /** The default of a model's field, if it fits. */
    Optional<ScalarField.DefaultValue> onModel() {
        Optional<Expression> value = arguments.required("value");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> mappedName = arguments.name("map");
        boolean fits = value.get() instanceof Expression.Call call
                ? callFits(call, mappedName.isPresent())
                : literalFits(value.get());
        return fits
                ? Optional.of(new ScalarField.DefaultValue(arguments.attribute(), value.get(), mappedName))
                : Optional.empty();
    }

    /** The default of a composite type's field, if it fits. */
    Optional<ScalarField.DefaultValue> onCompositeType() {
        Optional<Expression> value = arguments.required("value");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (arguments.optional("map").isPresent()) {
            wrong("the default of a composite type's field has no name in the database; remove map:");
        }
        boolean fits =
                value.get() instanceof Expression.Call call ? callFitsCompositeType(call) : literalFits(value.get());
        return fits
                ? Optional.of(new ScalarField.DefaultValue(arguments.attribute(), value.get(), Optional.empty()))
                : Optional.empty();
    }

    private boolean callFits(Expression.Call call, boolean named) {
        if (call.name().equals("dbgenerated")) {
            return DefaultFunction.dbgenerated(call).map(this::wrong).orElse(true);
        }
        return switch (field.type()) {
            case FieldType.Scalar(ScalarType type) -> functionFits(call, type, named);
            case FieldType.EnumRef _, FieldType.CompositeRef _, FieldType.Unsupported _ -> literalFits(call);
            case FieldType.ModelRef _, FieldType.Unknown _ -> false;
        };
    }

    private boolean functionFits(Expression.Call call, ScalarType type, boolean named) {
        Optional<DefaultFunction> function = DefaultFunction.of(call.name());
        if (function.equals(Optional.of(DefaultFunction.AUTOINCREMENT)) && named) {
            return wrong("autoincrement() has no name in the database; remove map:");
        }
        // One that only a database knows is judged with the database.
        return function.flatMap(known -> known.misuse(call, type))
                .map(this::wrong)
                .orElse(true);
    }

    private boolean callFitsCompositeType(Expression.Call call) {
        return switch (call.name()) {
            case "dbgenerated", "autoincrement", "auto" ->
                wrong(call.name() + "() is for the columns of a table, and a composite type has none");
            default -> {
                if (field.scalar().isEmpty()) {
                    yield literalFits(call);
                }
                if (DefaultFunction.of(call.name()).isEmpty()) {
                    unknownFunction(call);
                    yield false;
                }
                yield functionFits(call, field.scalar().get(), false);
            }
        };
    }

    private void unknownFunction(Expression.Call call) {
        log.add(SchemaRules.DEFAULT, call.location(), subject, DefaultFunction.unknown(call));
    }

    private boolean literalFits(Expression value) {
        return switch (field.type()) {
            case FieldType.Scalar(ScalarType type) -> scalarFits(value, type);
            case FieldType.EnumRef(String name) -> enumFits(value, name);
            case FieldType.CompositeRef _ -> wrong("a field of a composite type has no default; remove @default");
            case FieldType.Unsupported _ ->
                wrong("Prisma does not know this type; its default is written dbgenerated(\"…\")");
            case FieldType.ModelRef _, FieldType.Unknown _ -> false;
        };
    }

    private boolean scalarFits(Expression value, ScalarType type) {
        if (!field.isList()) {
            return value instanceof Expression.Array
                    ? wrong("the field is no list; write the value without brackets")
                    : literalFits(value, type);
        }
        return value instanceof Expression.Array(List<Expression> elements, var _)
                ? elements.stream().allMatch(element -> literalFits(element, type))
                : wrong("the field is a list; write the default in brackets: [" + "…" + "]");
    }

    private boolean literalFits(Expression value, ScalarType type) {
        boolean fits = switch (type) {
            case STRING, JSON, BYTES, DATE_TIME -> value instanceof Expression.Text;
            case INT, BIG_INT, FLOAT -> value instanceof Expression.Numeral;
            case DECIMAL -> value instanceof Expression.Numeral || value instanceof Expression.Text;
            case BOOLEAN -> value instanceof Expression.Constant;
        };
        if (!fits) {
            return wrong("this is no value of the type " + type.keyword() + "; write " + example(type));
        }
        return type != ScalarType.BOOLEAN || isTruthValue(value);
    }

    private boolean isTruthValue(Expression value) {
        if (value.asConstant()
                .filter(word -> word.equals("true") || word.equals("false"))
                .isPresent()) {
            return true;
        }
        log.add(SchemaRules.DEFAULT, value.location(), subject, "the default of a Boolean is true or false");
        return false;
    }

    private static String example(ScalarType type) {
        return switch (type) {
            case STRING -> "text in double quotes";
            case JSON -> "JSON in double quotes: \"{}\"";
            case BYTES -> "base64 in double quotes";
            case DATE_TIME -> "now(), or a time in double quotes: \"2026-01-31T12:00:00Z\"";
            case INT, BIG_INT -> "digits without quotes";
            case FLOAT, DECIMAL -> "a number without quotes";
            case BOOLEAN -> "true or false";
        };
    }

    private boolean enumFits(Expression value, String enumeration) {
        if (!field.isList()) {
            return isValueOf(value, enumeration);
        }
        return value instanceof Expression.Array(List<Expression> elements, var _)
                ? elements.stream().allMatch(element -> isValueOf(element, enumeration))
                : wrong("the field is a list; write the default in brackets: [A, B]");
    }

    private boolean isValueOf(Expression value, String enumeration) {
        Optional<String> word = value.asConstant();
        if (word.isEmpty()) {
            return wrong("the default of an enum is one of its values, without quotes");
        }
        boolean known = declarations
                .find(enumeration)
                .filter(EnumBlock.class::isInstance)
                .map(EnumBlock.class::cast)
                .filter(block -> block.values().stream()
                        .anyMatch(each -> each.name().text().equals(word.get())))
                .isPresent();
        return known || wrong("the enum " + enumeration + " has no value " + word.get());
    }

    private boolean wrong(String message) {
        arguments.report(SchemaRules.DEFAULT, message);
        return false;
    }
}
