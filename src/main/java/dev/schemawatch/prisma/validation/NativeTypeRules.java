package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Native types: that they exist, fit the field's type, and have arguments in their range. */
final class NativeTypeRules {
    private static final int MOST_PRECISION = 1000;
    private static final int MOST_FRACTION = 6;
    /** A type with arguments and what may come behind: {@code VarChar(10) something}. */
    private static final Pattern UNSUPPORTED = Pattern.compile("([^(]+)(?:\\((.*?)\\))?(.+)?");

    private final Context context;

    NativeTypeRules(Context context) {
        this.context = context;
    }

    /** The name of a field's native type, if it has one that exists and has proper arguments. */
    Optional<String> name(TypedField field) {
        if (field.scalar().isEmpty()) {
            return Optional.empty();
        }
        for (Attribute attribute : field.node().attributes().reversed()) {
            if (attribute.name().contains(".")) {
                return type(name(attribute))
                        .filter(type -> type.takes(arguments(attribute)))
                        .map(NativeTypeTable::name);
            }
        }
        return Optional.empty();
    }

    void check(ModelDefinition model, ScalarField field) {
        if (context.provider() == Provider.OTHER) {
            return;
        }
        field.nativeType()
                .ifPresent(attribute -> problemsOf(field, attribute)
                        .forEach(message -> context.report(
                                SchemaRules.TYPE, attribute.location(), model.subject(field.name()), message)));
        if (field.typed().type() instanceof FieldType.Unsupported(String written)) {
            isTrulyUnsupported(model, field, written);
        }
    }

    private List<String> problemsOf(ScalarField field, Attribute attribute) {
        String prefix = attribute.name().substring(0, attribute.name().indexOf('.'));
        Optional<String> wrongPrefix = context.configuration()
                .datasource()
                .filter(name -> !name.equals(prefix))
                .map(name -> "@" + attribute.name() + " names no datasource; write @" + name + "." + name(attribute));
        Optional<String> wrongType = problem(field, name(attribute), arguments(attribute));
        return Stream.concat(wrongPrefix.stream(), wrongType.stream()).toList();
    }

    private Optional<String> problem(ScalarField field, String name, List<String> arguments) {
        Optional<NativeTypeTable> type = type(name);
        if (type.isEmpty() && context.provider() == Provider.NONE) {
            return Optional.of("a native type belongs to one database; name the provider in a datasource");
        }
        if (type.isEmpty()) {
            return Optional.of(context.provider().words() + " has no native type " + name
                    + NativeTypeTable.similar(context.provider(), name)
                            .map(other -> "; did you mean " + other + "?")
                            .orElse(""));
        }
        if (arguments.size() > type.get().mostArguments()) {
            return Optional.of(
                    type.get().mostArguments() == 0
                            ? name + " takes no arguments; remove the parentheses"
                            : name + " takes at most " + type.get().mostArguments() + "; remove the others");
        }
        ScalarType scalar = field.typed().scalar().orElseThrow();
        if (scalar != type.get().scalar()) {
            return Optional.of("@db." + name + " is for fields of type "
                    + type.get().scalar().keyword() + ", and this one is of type " + scalar.keyword());
        }
        if (!type.get().takes(arguments)) {
            return Optional.of(
                    type.get().mostArguments() == 2
                            ? name + " takes two whole numbers, precision and scale: " + name + "(10, 2)"
                            : name + " takes a whole number that is not negative: " + name + "(3)");
        }
        return outOfRange(name, arguments.stream().map(Long::valueOf).toList());
    }

    private static Optional<String> outOfRange(String name, List<Long> arguments) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        long first = arguments.getFirst();
        return switch (name) {
            case "Decimal" -> {
                if (arguments.getLast() > first) {
                    yield Optional.of("the scale must not be larger than the precision");
                }
                yield first == 0 || first > MOST_PRECISION
                        ? Optional.of("the precision is a number from 1 to " + MOST_PRECISION)
                        : Optional.empty();
            }
            case "Bit", "VarBit" -> first == 0 ? Optional.of("the length must be positive") : Optional.empty();
            case "Timestamp", "Timestamptz", "Time", "Timetz" ->
                first > MOST_FRACTION
                        ? Optional.of("the precision of a time is a number from 0 to " + MOST_FRACTION)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A type that Prisma knows under the very name must not be written as one that it does not know. */
    private void isTrulyUnsupported(ModelDefinition model, ScalarField field, String written) {
        Matcher matcher = UNSUPPORTED.matcher(written);
        if (context.configuration().datasource().isEmpty() || !matcher.matches()) {
            return;
        }
        String name = matcher.group(1).strip();
        List<String> arguments = matcher.group(2) == null
                ? List.of()
                : Arrays.stream(matcher.group(2).split(",", -1))
                        .map(String::strip)
                        .toList();
        type(name)
                .filter(type -> type.takes(arguments))
                .ifPresent(type -> context.report(
                        SchemaRules.TYPE,
                        field.typed().location(),
                        model.subject(field.name()),
                        "Prisma knows the type " + name + "; write "
                                + type.scalar().keyword() + " @"
                                + context.configuration().datasource().get() + "." + name));
    }

    private Optional<NativeTypeTable> type(String name) {
        return NativeTypeTable.find(context.provider(), name);
    }

    private static String name(Attribute attribute) {
        return attribute.name().substring(attribute.name().indexOf('.') + 1);
    }

    private static List<String> arguments(Attribute attribute) {
        if (attribute.arguments().isEmpty()) {
            return List.of();
        }
        return attribute.arguments().stream()
                .map(Argument::value)
                .map(value -> value instanceof Expression.Numeral number ? number.value() : "no number")
                .toList();
    }
}
