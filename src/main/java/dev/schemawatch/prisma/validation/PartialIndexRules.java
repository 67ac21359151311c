package dev.schemawatch.prisma.validation;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.FieldType;
import dev.schemawatch.prisma.FindingLog;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.ScalarType;
import dev.schemawatch.prisma.SchemaRules;
import java.util.List;
import java.util.Optional;

/** What {@code where:} of an index may say, since Prisma 7.4: {@code raw("…")}, or fields with values. Facts: Prisma 7.10. */
final class PartialIndexRules {
    private static final int SINCE = 7;

    private final FieldTable table;
    private final int prismaMajor;
    private final FindingLog log;

    PartialIndexRules(FieldTable table, int prismaMajor, FindingLog log) {
        this.table = table;
        this.prismaMajor = prismaMajor;
        this.log = log;
    }

    /** Where the condition stands, if there is one and Prisma has heard of them. */
    Optional<Location.InFile> check(ArgumentReader arguments) {
        if (prismaMajor < SINCE) {
            return Optional.empty();
        }
        Location.InFile place = arguments.location("where");
        Optional<Expression> where = arguments.optional("where");
        where.ifPresent(
                condition -> problem(condition).ifPresent(message -> arguments.report(SchemaRules.INDEX, message)));
        return where.map(_ -> place);
    }

    private Optional<String> problem(Expression where) {
        return switch (where) {
            case Expression.Dictionary conditions -> conditions(conditions.entries());
            case Expression.Call call -> raw(call);
            case Expression.Text _, Expression.Numeral _, Expression.Constant _, Expression.Array _ -> {
                String wanted = "raw(\"…\") or { field: value }";
                coercion().mismatch(where, wanted);
                yield Optional.of("where: takes " + wanted);
            }
        };
    }

    private Optional<String> raw(Expression.Call call) {
        if (!call.name().equals("raw")) {
            return Optional.of("where: takes raw(\"…\") or { field: value }, and no other function");
        }
        Optional<String> sql = call.first().flatMap(coercion()::text);
        if (sql.isEmpty()) {
            return Optional.of("raw() takes the condition as a string: raw(\"status = 'active'\")");
        }
        return sql.get().isEmpty() ? Optional.of("the condition in raw(\"…\") must not be empty") : Optional.empty();
    }

    private Optional<String> conditions(List<Argument> entries) {
        if (entries.isEmpty()) {
            return Optional.of("where: names no field; write { field: value }");
        }
        return entries.stream().flatMap(entry -> condition(entry).stream()).findFirst();
    }

    private Optional<String> condition(Argument entry) {
        String name = entry.name().orElseThrow().text();
        Optional<TypedField> field = table.find(name);
        if (field.isEmpty()) {
            return Optional.of("where: names " + name + ", which "
                    + table.block().name().text() + " does not have; add the field or correct the name");
        }
        if (!field.get().isScalar()) {
            return Optional.of("where: names " + name
                    + ", a relation or of an unknown type, and so no column; name a field that holds a value");
        }
        if (field.get().isUnsupported()) {
            return Optional.of("Prisma does not know the type of " + name + "; write the condition as raw(\"…\")");
        }
        if (!(entry.value() instanceof Expression.Dictionary nested)) {
            return value(entry.value(), field.get());
        }
        boolean not =
                nested.entries().size() == 1 && nested.entries().getFirst().hasKey("not");
        return not
                ? value(nested.entries().getFirst().value(), field.get())
                : Optional.of("inside of { } there is one key, not:, as in { " + name + ": { not: null } }");
    }

    private static Optional<String> value(Expression value, TypedField field) {
        boolean fits = switch (value) {
            case Expression.Text _ ->
                field.type() instanceof FieldType.EnumRef
                        || field.is(ScalarType.STRING)
                        || field.is(ScalarType.DATE_TIME);
            case Expression.Numeral _ ->
                field.is(ScalarType.INT)
                        || field.is(ScalarType.BIG_INT)
                        || field.is(ScalarType.FLOAT)
                        || field.is(ScalarType.DECIMAL);
            case Expression.Constant constant ->
                switch (constant.name()) {
                    case "null" -> true;
                    case "true", "false" -> field.is(ScalarType.BOOLEAN);
                    default -> false;
                };
            case Expression.Call _, Expression.Array _, Expression.Dictionary _ -> false;
        };
        return fits
                ? Optional.empty()
                : Optional.of("this is no value that " + field.name()
                        + " can be compared with; write null, true, false, a string or a number that fits its type, or"
                        + " raw(\"…\")");
    }

    private Coercion coercion() {
        return new Coercion(log, SchemaRules.INDEX, table.block().name().text());
    }
}
