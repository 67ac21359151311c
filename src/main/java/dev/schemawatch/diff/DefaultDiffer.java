package dev.schemawatch.diff;

import static dev.schemawatch.diff.Comparison.DIFFERENT;
import static dev.schemawatch.diff.Comparison.EQUAL;
import static dev.schemawatch.diff.Comparison.UNDECIDED;
import static dev.schemawatch.diff.Difference.Weight.BREAKING;
import static dev.schemawatch.diff.Difference.Weight.COSMETIC;
import static dev.schemawatch.diff.Difference.Weight.MINOR;
import static dev.schemawatch.diff.Difference.Weight.NOTABLE;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.DefaultValue.Expression;
import dev.schemawatch.schema.DefaultValue.Generated;
import dev.schemawatch.schema.DefaultValue.Identity;
import dev.schemawatch.schema.DefaultValue.NextValue;
import dev.schemawatch.schema.DefaultValue.None;
import dev.schemawatch.schema.DefaultValue.Unspecified;
import dev.schemawatch.schema.DefaultValue.Verbatim;
import dev.schemawatch.schema.Formula;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares what an INSERT puts into a column that it leaves out. */
final class DefaultDiffer {
    private static final Pattern NULL = Pattern.compile("NULL(::.*)?");

    private final ExpressionComparer comparer;

    DefaultDiffer(ExpressionComparer comparer) {
        this.comparer = comparer;
    }

    Stream<Difference> diff(SchemaObject object, Pair<Column> columns) {
        Pair<DefaultValue> defaults = new Pair<>(
                columns.expected().defaultValue(), withoutNull(columns.actual().defaultValue()));
        Pair<String> texts = texts(defaults);
        return switch (compare(columns.actual().type(), defaults.expected(), defaults.actual())) {
            case EQUAL ->
                remedy(object, columns, defaults)
                        .map(remedy -> Difference.different(object, COSMETIC, "default", texts)
                                .noting(
                                        "nothing is wrong, but Prisma takes these for different defaults and proposes for"
                                                + " ever to change this one; " + remedy))
                        .stream();
            case DIFFERENT -> Stream.of(Difference.different(object, weight(columns), "default", texts));
            case UNDECIDED ->
                Stream.of(
                        defaults.actual() instanceof Generated(Formula.Unread _)
                                ? Unread.difference(object, "default", texts)
                                : remedy(object, columns, defaults)
                                        .map(remedy -> Difference.different(object, MINOR, "default", texts)
                                                .noting(
                                                        "Prisma takes these for different defaults; if both mean the same, "
                                                                + remedy))
                                        .orElseGet(() -> undecided(object, texts)));
        };
    }

    /** Where both are printed the same, the difference is which of them Prisma takes for an expression. */
    private static Pair<String> texts(Pair<DefaultValue> defaults) {
        Pair<String> texts = defaults.map(DefaultValue::display);
        if (!texts.same()) {
            return texts;
        }
        return defaults.expected() instanceof Verbatim
                ? new Pair<>("dbgenerated(\"" + texts.expected() + "\")", texts.actual())
                : new Pair<>(texts.expected(), texts.actual() + ", to Prisma an expression");
    }

    private static Optional<String> remedy(SchemaObject object, Pair<Column> columns, Pair<DefaultValue> defaults) {
        return PrismaDefaults.remedy(
                object.owner().schema(), columns.expected().type(), defaults.expected(), defaults.actual());
    }

    /** {@code DEFAULT NULL::text} stays in the catalog, and is no default all the same. */
    private static DefaultValue withoutNull(DefaultValue actual) {
        return actual instanceof Expression(String sql) && NULL.matcher(sql).matches() ? new None() : actual;
    }

    private Comparison compare(ColumnType type, DefaultValue expected, DefaultValue actual) {
        return switch (expected) {
            case Unspecified _ -> EQUAL;
            case None _ -> actual instanceof None ? EQUAL : DIFFERENT;
            // autoincrement() stands for both; which sequence feeds it is no difference to Prisma either
            case NextValue _, Identity _ ->
                actual instanceof NextValue || actual instanceof Identity ? EQUAL : DIFFERENT;
            case Generated(Formula.Sql(String sql)) -> compareExpression(type, sql, actual);
            case Generated(Formula.Unread _) -> UNDECIDED;
            case Expression(String sql) -> compareExpression(type, sql, actual);
            case Verbatim(String sql) -> compareExpression(type, sql, actual);
        };
    }

    /** {@code dbgenerated("…")} is how a schema writes a computed column too, so that its formula is compared like a default. */
    private Comparison compareExpression(ColumnType type, String expected, DefaultValue actual) {
        return switch (actual) {
            case Expression(String sql) -> compareText(type, expected, sql);
            case Generated(Formula.Sql(String sql)) -> compareText(type, expected, sql);
            case Generated(Formula.Unread _) -> UNDECIDED;
            case Verbatim(String sql) -> compareText(type, expected, sql);
            case None _, NextValue _, Identity _ -> DIFFERENT;
            case Unspecified _ -> EQUAL;
        };
    }

    private Comparison compareText(ColumnType type, String expected, String actual) {
        return expected.equals(actual) ? EQUAL : comparer.compare(type, expected, actual);
    }

    /** Literals are also sent by Prisma's client, so losing one hurts only other writers. */
    private static Difference.Weight weight(Pair<Column> columns) {
        DefaultValue expected = columns.expected().defaultValue();
        DefaultValue actual = columns.actual().defaultValue();
        if (actual instanceof Generated || expected instanceof NextValue || expected instanceof Identity) {
            return BREAKING;
        }
        return expected instanceof None ? MINOR : NOTABLE;
    }

    private static Difference undecided(SchemaObject object, Pair<String> texts) {
        return new Difference(
                object,
                Difference.Verdict.UNDECIDED,
                MINOR,
                Optional.of("default"),
                texts.expected(),
                texts.actual(),
                Optional.of("PostgreSQL could not tell whether both mean the same: compare them by eye"));
    }
}
