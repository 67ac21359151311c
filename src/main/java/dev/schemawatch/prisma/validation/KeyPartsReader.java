package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.SchemaRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the fields of keys and indexes: {@code [a, b(sort: Desc), c.d]}. */
final class KeyPartsReader {
    private final FieldTable table;
    private final Function<String, FieldTable> types;
    private final FindingLog log;
    private final String subject;
    private final Coercion coercion;

    /** @param types the fields of a composite type */
    KeyPartsReader(FieldTable table, Function<String, FieldTable> types, FindingLog log) {
        this.table = table;
        this.types = types;
        this.log = log;
        this.subject = table.block().name().text();
        this.coercion = new Coercion(log, SchemaRules.ATTRIBUTE, subject);
    }

    /**
     * The parts of a list.
     *
     * @param unknown the names that are no fields
     * @param valueless the fields that are relations, or whose type nobody knows: one and the same to Prisma 6.19 and 7.10
     */
    record Read(List<KeyPart> parts, List<String> unknown, List<String> valueless) {
        boolean sound() {
            return unknown.isEmpty() && valueless.isEmpty();
        }
    }

    /** A list as it is written: the path of names, and what stands in parentheses behind. */
    private record Written(String path, KeyPart options) {}

    /**
     * The parts; nothing when the list itself is wrong, which is reported.
     *
     * @param followTypes whether {@code a.b} may lead into a composite type
     */
    Optional<Read> read(Expression list, Location.InFile attribute, boolean followTypes) {
        return coercion.list(list, this::written).flatMap(all -> resolve(all, attribute, followTypes));
    }

    private Optional<Read> resolve(List<Written> all, Location.InFile attribute, boolean followTypes) {
        Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Written written : all) {
            Optional<List<TypedField>> path = path(written.path(), followTypes, read);
            if (path.isEmpty()) {
                continue;
            }
            KeyPart part = new KeyPart(
                    path.get(),
                    written.options().descending(),
                    written.options().length(),
                    written.options().operatorClass(),
                    written.options().rawOperatorClass());
            if (read.parts().stream().anyMatch(part::samePlace)) {
                log.add(
                        SchemaRules.INDEX,
                        attribute,
                        subject,
                        "the list names " + written.path() + " twice; name each field once");
                return Optional.empty();
            }
            read.parts().add(part);
        }
        return Optional.of(read);
    }

    private Optional<List<TypedField>> path(String written, boolean followTypes, Read read) {
        String[] names = written.split("\\.", -1);
        if (names.length > 1 && !followTypes) {
            read.unknown().add(written);
            return Optional.empty();
        }
        Optional<TypedField> field = table.find(names[0]);
        if (field.isEmpty()) {
            read.unknown().add(names[0]);
            return Optional.empty();
        }
        if (!field.get().isScalar()) {
            read.valueless().add(names[0]);
            return Optional.empty();
        }
        List<TypedField> path = new ArrayList<>(List.of(field.get()));
        for (int index = 1; index < names.length; index++) {
            Optional<TypedField> next = path.getLast().type() instanceof FieldType.CompositeRef(String type)
                    ? types.apply(type).find(names[index])
                    : Optional.empty();
            if (next.isEmpty()) {
                read.unknown().add(written);
                return Optional.empty();
            }
            path.add(next.get());
        }
        return Optional.of(path);
    }

    private Optional<Written> written(Expression value) {
        return switch (value) {
            case Expression.Constant constant -> Optional.of(new Written(constant.name(), options(List.of())));
            case Expression.Call call -> Optional.of(new Written(call.name(), options(call.arguments())));
            case Expression.Text _, Expression.Numeral _, Expression.Array _, Expression.Dictionary _ ->
                coercion.mismatch(value, "the name of a field, without quotes");
        };
    }

    private KeyPart options(List<Argument> arguments) {
        Optional<Expression> ops = find(arguments, "ops").map(Argument::value);
        return new KeyPart(
                List.of(),
                find(arguments, "sort").flatMap(this::descending),
                find(arguments, "length")
                        .flatMap(argument -> coercion.integer(argument.value()))
                        .filter(length -> length >= 0),
                find(arguments, "ops").flatMap(this::operatorClass),
                ops.filter(KeyPartsReader::isRaw).isPresent());
    }

    private static Optional<Argument> find(List<Argument> arguments, String key) {
        return arguments.stream().filter(argument -> argument.hasKey(key)).findFirst();
    }

    private Optional<Boolean> descending(Argument argument) {
        return coercion.constant(argument.value()).flatMap(word -> switch (word) {
            case "Asc" -> Optional.of(false);
            case "Desc" -> Optional.of(true);
            default -> report(argument.location(), "sort: is Asc or Desc, not " + word);
        });
    }

    private static boolean isRaw(Expression value) {
        return value instanceof Expression.Call call
                && call.name().equals("raw")
                && call.arguments().size() == 1
                && call.arguments().getFirst().value() instanceof Expression.Text;
    }

    private Optional<String> operatorClass(Argument argument) {
        return switch (argument.value()) {
            case Expression.Constant constant ->
                OperatorClassTable.isKnown(constant.name())
                        ? Optional.of(constant.name())
                        : report(
                                constant.location(),
                                "Prisma knows no operator class " + constant.name()
                                        + "; write ops: raw(\"…\") for one of the database");
            case Expression.Call call ->
                isRaw(call)
                        ? Optional.empty()
                        : report(call.location(), "an operator class of the database is written raw(\"name\")");
            case Expression.Text _, Expression.Numeral _, Expression.Array _, Expression.Dictionary _ ->
                report(argument.location(), "ops: is the name of an operator class, without quotes, or raw(\"…\")");
        };
    }

    private <T> Optional<T> report(Location.InFile place, String message) {
        log.add(SchemaRules.INDEX, place, subject, message);
        return Optional.empty();
    }
}
