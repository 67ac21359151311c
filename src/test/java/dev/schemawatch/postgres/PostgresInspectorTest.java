package dev.schemawatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.Extension;
import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.Formula;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import dev.schemawatch.support.PostgresFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresInspectorTest {
    private PostgresFixture.Database database;

    @BeforeEach
    void create() {
        database = PostgresFixture.database();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int                   | integer                     |
                    varchar(50)           | character varying           | 50
                    varchar               | character varying           |
                    char(3)               | character                   | 3
                    decimal(65,30)        | numeric                     | 65,30
                    timestamp(3)          | timestamp without time zone | 3
                    timestamptz           | timestamp with time zone    |
                    time(0)               | time without time zone      | 0
                    bit(4)                | bit                         | 4
                    varbit(4)             | bit varying                 | 4
                    interval              | interval                    |
                    double precision      | double precision            |
                    jsonb                 | jsonb                       |
                    oid                   | oid                         |
                    int2vector            | int2vector                  |
                    """)
    void a_type_of_postgresql_has_its_canonical_name_and_its_modifiers(String sql, String name, String modifiers) {
        database.execute("CREATE TABLE t (c " + sql + ")");
        assertThat(column("c").type())
                .isEqualTo(ColumnType.of(name, modifiers == null ? new String[0] : modifiers.split(",")));
    }

    @Test
    void an_array_is_its_element_type_as_list() {
        database.execute("CREATE TABLE t (c varchar(50)[][])");
        assertThat(column("c").type())
                .isEqualTo(ColumnType.of("character varying", "50").asList());
    }

    @Test
    void a_type_made_by_the_user_keeps_its_name_and_schema() {
        database.execute("""
                CREATE SCHEMA "Odd (1)";
                CREATE TYPE "Odd (1)"."My Role(2)" AS ENUM ('a');
                CREATE TABLE t (r "Odd (1)"."My Role(2)", l "Odd (1)"."My Role(2)"[])
                """);
        ColumnType role = ColumnType.of(new QualifiedName("Odd (1)", "My Role(2)"));
        assertThat(column("r").type()).isEqualTo(role);
        assertThat(column("l").type()).isEqualTo(role.asList());
    }

    @Test
    void a_domain_stands_for_the_type_below_it() {
        database.execute("CREATE DOMAIN amount AS numeric(10,2); CREATE TABLE t (d amount, l amount[])");

        ColumnType amount = ColumnType.of("numeric", "10", "2");
        assertThat(column("d").type()).isEqualTo(amount);
        assertThat(column("l").type()).isEqualTo(amount.asList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    text DEFAULT 'it''s'                   | 'it''s'::text
                    int DEFAULT -1                         | '-1'::integer
                    timestamp DEFAULT CURRENT_TIMESTAMP    | CURRENT_TIMESTAMP
                    timestamptz DEFAULT '2020-01-01 00:00+02' | '2019-12-31 22:00:00+00'::timestamp with time zone
                    int DEFAULT (nextval('s') + 1)         | (nextval('public.s'::regclass) + 1)
                    text[] DEFAULT ARRAY['a','b']          | ARRAY['a'::text, 'b'::text]
                    """)
    void a_default_is_printed_alike_whatever_the_settings_of_role_and_database(String sql, String printed) {
        database.execute("ALTER DATABASE " + database.name() + " SET TimeZone = 'Asia/Tokyo';" + "ALTER DATABASE "
                + database.name() + " SET DateStyle = 'German'");
        database.execute("CREATE SEQUENCE s; CREATE TABLE t (c " + sql + ")");
        assertThat(column("c").defaultValue()).isEqualTo(new DefaultValue.Expression(printed));
    }

    @Test
    void the_sequence_of_a_serial_column_is_found_after_it_was_renamed() {
        database.execute("CREATE TABLE t (id serial); ALTER SEQUENCE t_id_seq RENAME TO \"My Seq\"");
        assertThat(column("id").defaultValue())
                .isEqualTo(new DefaultValue.NextValue(new QualifiedName("public", "My Seq")));
        assertThat(inspect().sequences()).containsExactly(new QualifiedName("public", "My Seq"));
    }

    @Test
    void identity_and_computed_columns_are_told_apart() {
        database.execute("""
                CREATE TABLE t (
                  a int GENERATED ALWAYS AS IDENTITY, b int GENERATED BY DEFAULT AS IDENTITY, n int,
                  c int GENERATED ALWAYS AS (n * 2) STORED)
                """);
        assertThat(column("a").defaultValue()).isEqualTo(new DefaultValue.Identity(true));
        assertThat(column("b").defaultValue()).isEqualTo(new DefaultValue.Identity(false));
        assertThat(column("n").defaultValue()).isEqualTo(new DefaultValue.None());
        assertThat(column("c").defaultValue()).isEqualTo(new DefaultValue.Generated(Formula.of("(n * 2)")));
    }

    @Test
    void columns_come_in_order_with_their_nullability_and_without_dropped_ones() {
        database.execute("CREATE TABLE t (z int NOT NULL, gone int, a int); ALTER TABLE t DROP COLUMN gone");
        assertThat(table("t").columns()).extracting(Column::name).containsExactly("z", "a");
        assertThat(table("t").columns()).extracting(Column::nullable).containsExactly(false, true);
    }

    @Test
    void a_primary_key_has_its_columns_in_key_order() {
        database.execute("CREATE TABLE t (a int, b int, CONSTRAINT \"T_pk\" PRIMARY KEY (b, a))");
        assertThat(table("t").primaryKey()).contains(new PrimaryKey("T_pk", List.of("b", "a")));
        assertThat(table("t").indexes()).isEmpty();
    }

    @Test
    void a_foreign_key_has_its_actions_and_its_columns_in_order() {
        database.execute("""
                CREATE SCHEMA other;
                CREATE TABLE other.p (x int, y int, UNIQUE (y, x));
                CREATE TABLE t (a int, b int,
                  CONSTRAINT fk FOREIGN KEY (b, a) REFERENCES other.p (y, x) ON DELETE SET NULL ON UPDATE CASCADE)
                """);
        assertThat(table("t").foreignKeys())
                .containsExactly(new ForeignKey(
                        "fk",
                        List.of("b", "a"),
                        new QualifiedName("other", "p"),
                        List.of("y", "x"),
                        ForeignKey.Action.SET_NULL,
                        ForeignKey.Action.CASCADE));
    }

    @ParameterizedTest
    @CsvSource({"NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"})
    void every_action_is_read(String action) {
        database.execute("CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES t ON DELETE " + action + ")");
        assertThat(table("t").foreignKeys().getFirst().onDelete().sql()).isEqualTo(action);
    }

    @Test
    void an_index_is_read_with_all_its_properties() {
        database.execute("""
                CREATE TABLE t (a text, b int, c int, j jsonb);
                CREATE INDEX i1 ON t (a text_pattern_ops, b DESC) INCLUDE (c);
                CREATE INDEX i2 ON t USING gin (j jsonb_path_ops);
                CREATE UNIQUE INDEX i3 ON t (lower(a), b) WHERE c > 0;
                CREATE UNIQUE INDEX i4 ON t (b) NULLS NOT DISTINCT;
                ALTER TABLE t ADD CONSTRAINT i5 UNIQUE (c)
                """);
        Index.Key b = new Index.Key.OfColumn("b", false, Optional.empty());
        assertThat(table("t").indexes())
                .containsExactly(
                        new Index(
                                "i1",
                                false,
                                "btree",
                                List.of(
                                        new Index.Key.OfColumn("a", false, Optional.of("text_pattern_ops")),
                                        new Index.Key.OfColumn("b", true, Optional.empty())),
                                List.of("c"),
                                Optional.empty(),
                                true,
                                true),
                        new Index(
                                "i2",
                                false,
                                "gin",
                                List.of(new Index.Key.OfColumn("j", false, Optional.of("jsonb_path_ops"))),
                                List.of(),
                                Optional.empty(),
                                true,
                                true),
                        new Index(
                                "i3",
                                true,
                                "btree",
                                List.of(new Index.Key.OfExpression(Formula.of("lower(a)")), b),
                                List.of(),
                                Optional.of(Formula.of("(c > 0)")),
                                true,
                                true),
                        new Index("i4", true, "btree", List.of(b), List.of(), Optional.empty(), false, true),
                        new Index(
                                "i5",
                                true,
                                "btree",
                                List.of(new Index.Key.OfColumn("c", false, Optional.empty())),
                                List.of(),
                                Optional.empty(),
                                true,
                                true));
    }

    @Test
    void an_index_whose_build_failed_is_invalid() {
        database.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)"))
                .hasMessageContaining("duplicate");
        assertThat(table("t").indexes()).extracting(Index::valid).containsExactly(false);
    }

    @Test
    void the_labels_of_an_enum_come_in_their_order() {
        database.execute("""
                CREATE TYPE "Role" AS ENUM ('B', 'A');
                ALTER TYPE "Role" ADD VALUE 'C' BEFORE 'A';
                CREATE TYPE nothing AS ENUM ()
                """);
        assertThat(inspect().enums().values())
                .containsExactly(
                        new EnumType(new QualifiedName("public", "Role"), List.of("B", "C", "A")),
                        new EnumType(new QualifiedName("public", "nothing"), List.of()));
    }

    @Test
    void views_of_both_kinds_are_views() {
        database.execute("CREATE VIEW v AS SELECT 1; CREATE MATERIALIZED VIEW m AS SELECT 1");
        assertThat(inspect().views())
                .containsExactly(new QualifiedName("public", "m"), new QualifiedName("public", "v"));
    }

    @Test
    void what_an_extension_brought_is_the_extensions() {
        database.execute("CREATE SCHEMA ext; CREATE EXTENSION pg_stat_statements; CREATE EXTENSION citext SCHEMA ext");
        DatabaseSchema schema = inspect();
        assertThat(schema.extensions().get("citext"))
                .extracting(Extension::schema)
                .isEqualTo(Optional.of("ext"));
        assertThat(schema.views()).isEmpty();
    }

    @Test
    void partitions_temporary_tables_and_prismas_own_table_are_left_out() {
        database.execute("""
                CREATE TABLE p (id int) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
                CREATE TEMPORARY TABLE tmp (id int);
                CREATE TABLE _prisma_migrations (id int)
                """);
        assertThat(inspect().tables().keySet()).containsExactly(new QualifiedName("public", "p"));
    }

    @Test
    void only_the_namespaces_that_were_asked_for_are_read() {
        database.execute("CREATE SCHEMA a; CREATE SCHEMA b; CREATE TABLE a.t (x int); CREATE TABLE b.t (x int)");
        DatabaseSchema schema = inspect("a", "missing");
        assertThat(schema.namespaces()).containsExactly("a");
        assertThat(schema.tables().keySet()).containsExactly(new QualifiedName("a", "t"));
    }

    @Test
    void odd_names_come_through_unharmed() {
        String odd = "a\"b; DROP\u001b[31m%s<!channel>\u202e\u00e9\ud83d\ude00";
        String quoted = "\"" + odd.replace("\"", "\"\"") + "\"";
        database.execute(
                "CREATE TABLE " + quoted + " (" + quoted + " int PRIMARY KEY); CREATE TYPE x AS ENUM ('" + odd + "')");
        assertThat(table(odd).column(odd)).isPresent();
        assertThat(table(odd).primaryKey()).map(PrimaryKey::columns).contains(List.of(odd));
        assertThat(inspect().enums().values()).flatExtracting(EnumType::values).containsExactly(odd);
    }

    @Test
    void a_role_without_any_grant_sees_the_same_as_the_owner() throws SQLException {
        database.execute("""
                CREATE TABLE t (id serial PRIMARY KEY, a text DEFAULT 'x', n int CHECK (n > 0));
                CREATE INDEX i ON t (lower(a)) WHERE n > 1;
                REVOKE ALL ON SCHEMA public FROM public;
                """);
        DatabaseSchema owners = inspect();
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("CREATE ROLE nobody_" + database.name());
            connection.createStatement().execute("SET ROLE nobody_" + database.name());
            assertThat(inspect(connection, "public")).isEqualTo(owners);
            connection.createStatement().execute("RESET ROLE; DROP ROLE nobody_" + database.name());
        }
    }

    @Test
    void a_table_that_is_being_altered_is_read_without_waiting() throws SQLException {
        database.execute("CREATE TABLE t (id serial PRIMARY KEY, a text DEFAULT 'x'); CREATE INDEX i ON t (a)");
        DatabaseSchema before = inspect();
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("ALTER TABLE t ADD COLUMN later int DEFAULT 7");
            assertThat(inspect()).isEqualTo(before);
        }
    }

    private Column column(String name) {
        return table("t").column(name).orElseThrow();
    }

    private Table table(String name) {
        return Objects.requireNonNull(inspect().tables().get(new QualifiedName("public", name)));
    }

    private DatabaseSchema inspect(String... namespaces) {
        try (Connection connection = database.connect()) {
            return inspect(connection, namespaces.length == 0 ? new String[] {"public"} : namespaces);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseSchema inspect(Connection connection, String... namespaces) throws SQLException {
        try (CatalogTransaction catalog = CatalogTransaction.begin(connection)) {
            return new PostgresInspector(catalog).inspect(new TreeSet<>(List.of(namespaces)));
        }
    }
}
