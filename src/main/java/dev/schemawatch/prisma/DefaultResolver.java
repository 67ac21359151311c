package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import java.util.Optional;
import java.util.Set;

/** Reads {@code @default}. */
final class DefaultResolver {
    private static final Set<String> CLIENT_FUNCTIONS = Set.of("uuid", "cuid", "nanoid", "ulid", "auto", "sequence");

    private final Declarations declarations;

    DefaultResolver(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The default, or nothing where it cannot be understood. */
    Optional<FieldDefault> value(Attribute attribute, FieldType type) {
        return attribute.namedOrFirst("value").flatMap(expression -> value(expression, type));
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

    private Optional<FieldDefault> value(Expression value, FieldType type) {
        return switch (value) {
            case Expression.Text _, Expression.Numeral _, Expression.Constant _ ->
                literal(value).filter(literal -> isValueOf(type, literal));
            case Expression.Call call -> function(call);
            case Expression.Array array ->
                Optional.of(new FieldDefault.ListOf(array.elements().stream()
                        .flatMap(element -> value(element, type).stream())
                        .toList()));
            case Expression.Dictionary _ -> Optional.empty();
        };
    }

    private boolean isValueOf(FieldType type, FieldDefault literal) {
        return !(literal instanceof FieldDefault.EnumValue value)
                || type instanceof FieldType.EnumRef(String name) && declarations.hasValue(name, value.name());
    }

    private static Optional<FieldDefault> function(Expression.Call call) {
        return switch (call.name()) {
            case "autoincrement" -> Optional.of(new FieldDefault.AutoIncrement());
            case "now" -> Optional.of(new FieldDefault.Now());
            case "dbgenerated" ->
                Optional.of(new FieldDefault.DbGenerated(
                        call.first().flatMap(Expression::asText).filter(sql -> !sql.isBlank())));
            case String name
            when CLIENT_FUNCTIONS.contains(name) -> Optional.of(new FieldDefault.ClientGenerated(name));
            default -> Optional.empty();
        };
    }
}
