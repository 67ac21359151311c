package dev.schemawatch.prisma;

import dev.schemawatch.finding.Rule;
import dev.schemawatch.prisma.PrismaAst.Argument;
import dev.schemawatch.prisma.PrismaAst.Attribute;
import dev.schemawatch.prisma.PrismaAst.Expression;
import dev.schemawatch.prisma.PrismaAst.FieldNode;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.Map;
import java.util.Optional;

/** Reads {@code where:}, the condition of a partial index. */
final class PredicateResolver {
    private static final int SINCE = 7;

    private final FindingLog log;
    private final int prismaMajor;

    PredicateResolver(FindingLog log, int prismaMajor) {
        this.log = log;
        this.prismaMajor = prismaMajor;
    }

    Optional<IndexPredicate> predicate(ModelBlock block, Attribute attribute, Map<String, FieldNode> fields) {
        Optional<Expression> where = attribute.named("where");
        if (where.isPresent() && prismaMajor < SINCE) {
            report(
                    SchemaRules.SYNTAX,
                    where.get(),
                    block,
                    "Prisma " + prismaMajor + " knows no where: on an index; it came with 7.4");
        }
        return where.flatMap(value -> predicate(value, block, fields));
    }

    private Optional<IndexPredicate> predicate(Expression where, ModelBlock block, Map<String, FieldNode> fields) {
        return switch (where) {
            case Expression.Call call
            when call.name().equals("raw") ->
                call.first().flatMap(Expression::asText).map(IndexPredicate.Sql::new);
            case Expression.Dictionary conditions ->
                Optional.of(new IndexPredicate.Conditions(conditions.entries().stream()
                        .flatMap(entry -> condition(entry, block, fields).stream())
                        .toList()));
            case Expression.Call _,
                    Expression.Text _,
                    Expression.Numeral _,
                    Expression.Constant _,
                    Expression.Array _ -> {
                report(SchemaRules.SYNTAX, where, block, "where: must be raw(\"…\") or { field: value }");
                yield Optional.empty();
            }
        };
    }

    private Optional<IndexPredicate.Condition> condition(
            Argument entry, ModelBlock block, Map<String, FieldNode> fields) {
        String field = entry.name().map(PrismaAst.Name::text).orElse("");
        if (!fields.containsKey(field)) {
            report(
                    SchemaRules.REFERENCE,
                    entry.value(),
                    block,
                    "where: names the field " + field + ", which "
                            + block.name().text() + " does not have");
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

    private void report(Rule rule, Expression place, ModelBlock block, String message) {
        log.add(rule, place.location(), block.name().text(), message);
    }
}
