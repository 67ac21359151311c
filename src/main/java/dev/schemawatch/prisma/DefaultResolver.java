package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import java.util.Optional;
import java.util.Set;

/** Reads {@code @default}. */
final class DefaultResolver {
    private static final Set<String> CLIENT_FUNCTIONS = Set.of("uuid", "cuid", "nanoid", "ulid", "auto", "sequence");

    private final Declarations declarations;
    private final FindingLog log;

    DefaultResolver(Declarations declarations, FindingLog log) {
        this.declarations = declarations;
        this.log = log;
    }

    /** The default, or nothing where it cannot be understood, which is a finding. */
    Optional<FieldDefault> value(Attribute attribute, FieldType type, String subject) {
        Optional<Expression> value = attribute.namedOrFirst("value");
        if (value.isEmpty()) {
            log.add(
                    SchemaRules.SYNTAX,
                    attribute.location(),
                    subject,
                    "@default has no value; write a literal or a function like now() between the parentheses");
        }
        return value.flatMap(expression -> value(expression, type, subject));
    }

    /** A constant, as it is written in {@code @default} and in {@code where:}. */
    static Optional<FieldDefault> literal(Expression value) {
        return switch (value) {
            case Expression.Text text -> Optional.of(new FieldDefault.Text(text.value()));
            case Expression.Numeral number -> Optional.of(new FieldDefault.Numeral(number.value()));
            case Expression.Constant constant ->
                Optional.of(
                        switch (constant.name()) {
                            case "true" -> new FieldDefault.Bool(true);
                            case "false" -> new FieldDefault.Bool(false);
                            default -> new FieldDefault.EnumValue(constant.name());
                        });
            case Expression.Call _, Expression.Array _, Expression.Dictionary _ -> Optional.empty();
        };
    }

    private Optional<FieldDefault> value(Expression value, FieldType type, String subject) {
        return switch (value) {
            case Expression.Text _, Expression.Numeral _, Expression.Constant _ ->
                literal(value).filter(literal -> isValueOf(type, literal, value, subject));
            case Expression.Call call -> function(call, subject);
            case Expression.Array array ->
                Optional.of(new FieldDefault.ListOf(array.elements().stream()
                        .flatMap(element -> value(element, type, subject).stream())
                        .toList()));
            case Expression.Dictionary _ -> Optional.empty();
        };
    }

    private boolean isValueOf(FieldType type, FieldDefault literal, Expression place, String subject) {
        if (!(literal instanceof FieldDefault.EnumValue value)) {
            return true;
        }
        if (type instanceof FieldType.EnumRef reference) {
            boolean known = declarations.hasValue(reference.name(), value.name());
            if (!known) {
                unknown(place, subject, "the enum " + reference.name() + " has no value " + value.name());
            }
            return known;
        }
        unknown(
                place,
                subject,
                value.name() + " is no value of this type; put text in double quotes, and () behind a function");
        return false;
    }

    private Optional<FieldDefault> function(Expression.Call call, String subject) {
        return switch (call.name()) {
            case "autoincrement" -> Optional.of(new FieldDefault.AutoIncrement());
            case "now" -> Optional.of(new FieldDefault.Now());
            case "dbgenerated" ->
                Optional.of(new FieldDefault.DbGenerated(
                        call.first().flatMap(Expression::asText).filter(sql -> !sql.isBlank())));
            case String name
            when CLIENT_FUNCTIONS.contains(name) -> Optional.of(new FieldDefault.ClientGenerated(name));
            default -> {
                unknown(
                        call,
                        subject,
                        call.name() + "() is no function that Prisma knows in @default; for one of the database write"
                                + " dbgenerated(\"…\")");
                yield Optional.empty();
            }
        };
    }

    private void unknown(Expression place, String subject, String message) {
        log.add(SchemaRules.REFERENCE, place.location(), subject, message);
    }
}
