package dev.schemawatch.diff;

import static dev.schemawatch.diff.Schemas.column;
import static dev.schemawatch.diff.Schemas.foreignKey;
import static dev.schemawatch.diff.Schemas.index;
import static dev.schemawatch.diff.Schemas.key;
import static dev.schemawatch.diff.Schemas.nullable;
import static dev.schemawatch.diff.Schemas.partial;
import static dev.schemawatch.diff.Schemas.schema;
import static dev.schemawatch.diff.Schemas.table;
import static dev.schemawatch.diff.Schemas.type;
import static dev.schemawatch.diff.Schemas.unique;
import static dev.schemawatch.diff.Schemas.withClass;
import static dev.schemawatch.diff.Schemas.withExtension;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.Extension;
import dev.schemawatch.schema.Formula;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What only hand-made schemas can show; the differences that a database can show are fixtures. */
class SchemaDifferTest {

    private static List<String> diff(DatabaseSchema expected, DatabaseSchema actual) {
        return new SchemaDiffer(ExpressionComparer.NOBODY_TO_ASK)
                .diff(expected, actual).differences().stream()
                        .map(difference -> difference.weight() + " " + difference.verdict() + " "
                                + difference.object().kind().words() + " "
                                + difference.object().display()
                                + difference
                                        .aspect()
                                        .map(aspect -> " " + aspect)
                                        .orElse(""))
                        .toList();
    }

    @Test
    void a_missing_table_is_one_difference() {
        Table table = table("A", column("id"), key("A_pkey", "id"), index("A_x_idx", "x"), foreignKey("f", "x", "B"));

        assertThat(diff(schema(table), schema())).containsExactly("BREAKING MISSING table public.A");
    }

    @Test
    void tables_of_prisma_and_postgis_are_nobodys() {
        DatabaseSchema actual = schema(table("_prisma_migrations"), table("spatial_ref_sys"));

        assertThat(diff(schema(), actual)).isEmpty();
    }

    @Test
    void objects_outside_the_managed_namespaces_are_nobodys() {
        QualifiedName elsewhere = new QualifiedName("audit", "log");
        TreeMap<QualifiedName, Table> tables = new TreeMap<>();
        tables.put(elsewhere, new Table(elsewhere, List.of(), Optional.empty(), List.of(), List.of()));
        DatabaseSchema actual = new DatabaseSchema(
                new TreeSet<>(List.of("audit", "public")),
                tables,
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>());

        assertThat(diff(schema(), actual)).isEmpty();
        assertThat(diff(actual, schema()))
                .containsExactly("BREAKING MISSING namespace audit", "BREAKING MISSING table audit.log");
    }

    @Test
    void an_unexpected_column_breaks_inserts_only_when_it_needs_a_value() {
        DatabaseSchema expected = schema(table("A"));
        DatabaseSchema actual = schema(table("A", column("needed"), nullable(column("spare"))));

        assertThat(diff(expected, actual))
                .containsExactly(
                        "BREAKING UNEXPECTED column public.A.needed", "NOTABLE UNEXPECTED column public.A.spare");
    }

    @Test
    void a_list_may_be_nullable_or_not() {
        ColumnType list = ColumnType.of("text").asList();

        assertThat(diff(schema(table("A", nullable(column("tags", list)))), schema(table("A", column("tags", list)))))
                .isEmpty();
    }

    @Test
    void a_time_without_precision_takes_any_when_expected_and_means_six_digits_when_actual() {
        ColumnType open = ColumnType.of("timestamp without time zone");
        ColumnType three = ColumnType.of("timestamp without time zone", "3");
        ColumnType six = ColumnType.of("timestamp without time zone", "6");

        assertThat(diff(schema(table("A", column("at", open))), schema(table("A", column("at", three)))))
                .isEmpty();
        assertThat(diff(schema(table("A", column("at", six))), schema(table("A", column("at", open)))))
                .isEmpty();
        assertThat(diff(schema(table("A", column("at", three))), schema(table("A", column("at", open)))))
                .containsExactly("NOTABLE DIFFERENT column public.A.at type");
    }

    @Test
    void types_of_the_same_name_in_different_schemas_are_different() {
        Table expected = table("A", column("role", ColumnType.of(new QualifiedName("public", "Role"))));
        Table actual = table("A", column("role", ColumnType.of(new QualifiedName("old", "Role"))));
        Table unsaid = table("A", column("role", ColumnType.of(new QualifiedName("", "Role"))));

        assertThat(diff(schema(expected), schema(actual)))
                .containsExactly("BREAKING DIFFERENT column public.A.role type");
        assertThat(diff(schema(unsaid), schema(actual))).isEmpty();
    }

    @Test
    void autoincrement_is_satisfied_by_serial_and_by_identity() {
        DefaultValue expected = new DefaultValue.NextValue(new QualifiedName("public", "A_id_seq"));

        assertThat(diff(
                        schema(table("A", column("id", expected))),
                        schema(table("A", column("id", new DefaultValue.Identity(true))))))
                .isEmpty();
        assertThat(diff(
                        schema(table("A", column("id", expected))),
                        schema(table(
                                "A", column("id", new DefaultValue.NextValue(new QualifiedName("public", "other")))))))
                .isEmpty();
        assertThat(diff(schema(table("A", column("id", expected))), schema(table("A", column("id")))))
                .containsExactly("BREAKING DIFFERENT column public.A.id default");
    }

    @Test
    void an_unspecified_default_takes_anything() {
        assertThat(diff(
                        schema(table("A", column("a", new DefaultValue.Unspecified()))),
                        schema(table("A", column("a")))))
                .isEmpty();
    }

    @Test
    void a_default_that_nobody_can_compare_is_undecided() {
        assertThat(diff(
                        schema(table("A", column("a", new DefaultValue.Expression("1 + 1")))),
                        schema(table("A", column("a", new DefaultValue.Expression("2"))))))
                .containsExactly("MINOR UNDECIDED column public.A.a default");
    }

    @Test
    void an_index_of_the_right_content_under_another_name_is_renamed() {
        assertThat(diff(schema(table("A", index("A_x_idx", "x"))), schema(table("A", index("foo", "x")))))
                .containsExactly("MINOR DIFFERENT index public.A.A_x_idx name");
    }

    @Test
    void a_second_index_of_the_same_content_is_of_no_interest() {
        assertThat(diff(
                        schema(table("A", index("A_x_idx", "x"))),
                        schema(table("A", index("A_x_idx", "x"), index("again", "x")))))
                .isEmpty();
    }

    @Test
    void which_of_two_alike_indexes_bears_the_wrong_name_is_not_guessed() {
        assertThat(diff(
                        schema(table("A", index("A_x_idx", "x"))),
                        schema(table("A", index("one", "x"), index("two", "x")))))
                .isEmpty();
    }

    @Test
    void an_index_of_the_same_name_over_other_columns_is_changed() {
        assertThat(diff(schema(table("A", index("i", "x"))), schema(table("A", index("i", "x", "y")))))
                .containsExactly("NOTABLE DIFFERENT index public.A.i definition");
        assertThat(diff(schema(table("A", unique("i", "x"))), schema(table("A", index("i", "x")))))
                .containsExactly("BREAKING DIFFERENT index public.A.i definition");
    }

    @Test
    void an_index_whose_condition_was_not_read_is_neither_equal_nor_missing() {
        DatabaseSchema declared = schema(table("A", partial(index("p", "x"), "x > 1")));

        assertThat(diff(declared, schema(table("A", partial(index("p", "x"), new Formula.Unread())))))
                .containsExactly("MINOR UNDECIDED index public.A.p predicate");
        assertThat(diff(declared, schema(table("A", partial(index("renamed", "x"), new Formula.Unread())))))
                .containsExactly("MINOR UNDECIDED index public.A.p predicate");
        assertThat(diff(declared, schema(table("A", partial(index("p", "y"), new Formula.Unread())))))
                .containsExactly("NOTABLE DIFFERENT index public.A.p definition");
    }

    @Test
    void a_formula_that_was_not_read_is_undecided_and_the_locked_table_is_named() {
        DatabaseSchema declared = schema(table("A", column("c", new DefaultValue.Expression("(n * 2)"))));
        DatabaseSchema locked = schema(table("A", column("c", new DefaultValue.Generated(new Formula.Unread()))));

        assertThat(new SchemaDiffer(ExpressionComparer.NOBODY_TO_ASK)
                        .diff(declared, locked)
                        .differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.verdict()).isEqualTo(Difference.Verdict.UNDECIDED);
                    assertThat(difference.note().orElseThrow()).contains("public.A is locked by another session");
                });
        assertThat(diff(schema(table("A", column("c", new DefaultValue.None()))), locked))
                .containsExactly("BREAKING DIFFERENT column public.A.c default");
    }

    @Test
    void an_unexpected_partial_index_counts_only_where_the_schema_could_declare_it() {
        DatabaseSchema actual = schema(table("A", partial(index("p", "x"), "(x > 1)")));
        DatabaseSchema aware = schema(table("A"));
        DatabaseSchema unaware = new DatabaseSchema(
                aware.namespaces(),
                aware.tables(),
                aware.enums(),
                aware.views(),
                aware.sequences(),
                aware.extensions(),
                false);

        assertThat(diff(aware, actual)).containsExactly("MINOR UNEXPECTED index public.A.p");
        assertThat(diff(unaware, actual)).isEmpty();
    }

    @Test
    void an_expression_index_is_invisible_unless_it_sits_on_an_expected_name() {
        Index lower = new Index(
                "i",
                false,
                "btree",
                List.of(new Index.Key.OfExpression(Formula.of("lower(x)"))),
                List.of(),
                Optional.empty(),
                true,
                true);

        assertThat(diff(schema(table("A")), schema(table("A", lower)))).isEmpty();
        assertThat(diff(schema(table("A", index("i", "x"))), schema(table("A", lower))))
                .containsExactly("NOTABLE DIFFERENT index public.A.i definition");
    }

    @Test
    void the_operator_class_of_a_btree_counts_only_when_declared() {
        Index plain = withClass("i", "btree", "x", Optional.empty());
        Index pattern = withClass("i", "btree", "x", Optional.of("text_pattern_ops"));

        assertThat(diff(schema(table("A", plain)), schema(table("A", pattern)))).isEmpty();
        assertThat(diff(schema(table("A", pattern)), schema(table("A", plain))))
                .containsExactly("NOTABLE DIFFERENT index public.A.i definition");
        assertThat(diff(schema(table("A", pattern)), schema(table("A", pattern))))
                .as("what Prisma says for ever, and nobody can mend")
                .containsExactly("COSMETIC DIFFERENT index public.A.i definition");
    }

    @Test
    void an_invalid_index_is_said_beside_its_name() {
        Index invalid =
                new Index("foo", false, "btree", index("i", "x").keys(), List.of(), Optional.empty(), true, false);

        assertThat(diff(schema(table("A", index("i", "x"))), schema(table("A", invalid))))
                .containsExactly(
                        "MINOR DIFFERENT index public.A.i name", "NOTABLE DIFFERENT index public.A.i validity");
    }

    @Test
    void a_foreign_key_is_known_by_what_it_says() {
        assertThat(diff(schema(table("A", foreignKey("f", "b", "B"))), schema(table("A", foreignKey("g", "b", "B")))))
                .containsExactly("MINOR DIFFERENT foreign key public.A.f name");
        assertThat(diff(schema(table("A", foreignKey("f", "b", "B"))), schema(table("A", foreignKey("g", "b", "C")))))
                .containsExactly("NOTABLE DIFFERENT foreign key public.A.f definition");
    }

    @Test
    void only_what_the_schema_pins_of_an_extension_can_differ() {
        Extension actual = new Extension("citext", Optional.of("public"), Optional.of("1.6"));

        assertThat(diff(
                        withExtension(new Extension("citext", Optional.empty(), Optional.empty())),
                        withExtension(actual)))
                .isEmpty();
        assertThat(diff(
                        withExtension(new Extension("citext", Optional.of("extensions"), Optional.of("1.5"))),
                        withExtension(actual)))
                .containsExactly(
                        "NOTABLE DIFFERENT extension citext schema", "NOTABLE DIFFERENT extension citext version");
        assertThat(diff(withExtension(actual), schema())).containsExactly("BREAKING MISSING extension citext");
        assertThat(diff(schema(), withExtension(actual))).isEmpty();
    }

    @Test
    void the_order_of_enum_values_is_no_difference() {
        assertThat(diff(schema(List.of(type("Role", "A", "B"))), schema(List.of(type("Role", "B", "A")))))
                .isEmpty();
        assertThat(diff(schema(List.of(type("Role", "A", "B"))), schema(List.of(type("Role", "A", "C")))))
                .containsExactly("BREAKING DIFFERENT enum public.Role values");
    }

    @Test
    void the_table_of_a_relation_tells_which_prisma_made_it() {
        DatabaseSchema expected = schema(table("_AToB", column("A"), column("B"), key("_AToB_AB_pkey", "A", "B")));
        DatabaseSchema actual = schema(table("_AToB", column("A"), column("B"), unique("_AToB_AB_unique", "A", "B")));

        assertThat(diff(expected, actual))
                .containsExactly(
                        "COSMETIC MISSING primary key public._AToB._AToB_AB_pkey",
                        "COSMETIC UNEXPECTED index public._AToB._AToB_AB_unique");
        assertThat(new SchemaDiffer(ExpressionComparer.NOBODY_TO_ASK)
                        .diff(expected, actual)
                        .differences())
                .allSatisfy(
                        difference -> assertThat(difference.note().orElse("")).contains("before 6"));
    }
}
