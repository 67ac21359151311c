package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import java.util.Map;
import java.util.Optional;

/** Reads {@code where:}, the condition of a partial index. */
final class PredicateResolver {

    Optional<IndexPredicate> predicate(Attribute attribute, Map<String, FieldNode> fields) {
        return attribute.named("where").flatMap(where -> predicate(where, fields));
    }

    private static Optional<IndexPredicate> predicate(Expression where, Map<String, FieldNode> fields) {
        return switch (where) {
            case Expression.Call call
            when call.name().equals("raw") ->
                call.first().flatMap(Expression::asText).map(IndexPredicate.Sql::new);
            case Expression.Dictionary conditions ->
                Optional.of(new IndexPredicate.Conditions(conditions.entries().stream()
                        .flatMap(entry -> condition(entry, fields).stream())
                        .toList()));
            case Expression.Call _,
                    Expression.Text _,
                    Expression.Numeral _,
                    Expression.Constant _,
                    Expression.Array _ -> Optional.empty();
        };
    }

    private static Optional<IndexPredicate.Condition> condition(Argument entry, Map<String, FieldNode> fields) {
        String field = entry.name().map(PrismaAst.Name::text).orElse("");
        if (!fields.containsKey(field)) {
            return Optional.empty();
        }
        if (entry.value() instanceof Expression.Dictionary nested) {
            return nested.entries().stream()
                    .findFirst()
                    .map(not -> new IndexPredicate.Condition(field, true, constant(not.value())));
        }
        return Optional.of(new IndexPredicate.Condition(field, false, constant(entry.value())));
    }

    private static Optional<FieldDefault> constant(Expression value) {
        boolean isNull = value.asConstant().equals(Optional.of("null"));
        return isNull ? Optional.empty() : DefaultResolver.literal(value);
    }
}
