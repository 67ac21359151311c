package dev.schemawatch.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.schemawatch.sql.SchemaEffect.AddColumn;
import dev.schemawatch.sql.SchemaEffect.AddKey;
import dev.schemawatch.sql.SchemaEffect.AddValue;
import dev.schemawatch.sql.SchemaEffect.AlterColumn;
import dev.schemawatch.sql.SchemaEffect.Alteration;
import dev.schemawatch.sql.SchemaEffect.Create;
import dev.schemawatch.sql.SchemaEffect.Drop;
import dev.schemawatch.sql.SchemaEffect.DropColumn;
import dev.schemawatch.sql.SchemaEffect.DropKey;
import dev.schemawatch.sql.SchemaEffect.KeyKind;
import dev.schemawatch.sql.SchemaEffect.Kind;
import dev.schemawatch.sql.SchemaEffect.Rename;
import dev.schemawatch.sql.SchemaEffect.RenameColumn;
import dev.schemawatch.sql.SchemaEffect.RenameKey;
import dev.schemawatch.sql.SchemaEffect.RenameValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaEffectTest {
    private static final SqlName A = new SqlName(Optional.empty(), "A");
    private static final SqlName B = new SqlName(Optional.empty(), "B");

    static Stream<Arguments> standing() {
        return Stream.of(
                arguments("CREATE SCHEMA IF NOT EXISTS \"A\"", List.of(create(Kind.SCHEMA))),
                arguments("CREATE EXTENSION IF NOT EXISTS \"A\" WITH SCHEMA x", List.of(create(Kind.EXTENSION))),
                arguments("create or replace view \"A\" as select 1", List.of(create(Kind.VIEW))),
                arguments("CREATE MATERIALIZED VIEW \"A\" AS SELECT 1", List.of(create(Kind.VIEW))),
                arguments("CREATE SEQUENCE \"A\" START 1", List.of(create(Kind.SEQUENCE))),
                arguments("CREATE TYPE \"A\" AS ENUM ('x', 'y')", List.of(create(Kind.TYPE))),
                arguments("CREATE UNLOGGED TABLE \"A\" AS SELECT 1", List.of(create(Kind.TABLE))),
                arguments(
                        "DROP TABLE IF EXISTS \"A\", \"B\" CASCADE",
                        List.of(new Drop(Kind.TABLE, A), new Drop(Kind.TABLE, B))),
                arguments("DROP TYPE \"A\"", List.of(new Drop(Kind.TYPE, A))),
                arguments("ALTER TABLE IF EXISTS \"A\" RENAME TO \"B\"", List.of(new Rename(Kind.TABLE, A, B))),
                arguments(
                        "ALTER TYPE public.\"A\" SET SCHEMA shop",
                        List.of(new Rename(
                                Kind.TYPE,
                                new SqlName(Optional.of("public"), "A"),
                                new SqlName(Optional.of("shop"), "A")))),
                arguments(
                        "ALTER TYPE \"A\" ADD VALUE IF NOT EXISTS 'it''s' BEFORE 'x'",
                        List.of(new AddValue(A, "it's"))),
                arguments("ALTER TYPE \"A\" RENAME VALUE 'x' TO 'y'", List.of(new RenameValue(A, "x", "y"))));
    }

    static Stream<Arguments> columns() {
        return Stream.of(
                arguments("ALTER TABLE ONLY \"A\" ADD COLUMN IF NOT EXISTS n INT", List.of(new AddColumn(A, "n"))),
                arguments("ALTER TABLE \"A\" ADD n INT DEFAULT (1, 2)", List.of(new AddColumn(A, "n"))),
                arguments(
                        "ALTER TABLE \"A\" DROP COLUMN \"N\" CASCADE, DROP IF EXISTS M",
                        List.of(new DropColumn(A, "N"), new DropColumn(A, "m"))),
                arguments("ALTER TABLE \"A\" RENAME COLUMN n TO m", List.of(new RenameColumn(A, "n", "m"))),
                arguments("ALTER TABLE \"A\" RENAME n TO m", List.of(new RenameColumn(A, "n", "m"))),
                altering("SET DATA TYPE numeric(10, 2) USING n::numeric(10, 2)", Alteration.TYPE),
                altering("TYPE text", Alteration.TYPE),
                altering("SET NOT NULL", Alteration.SET_NOT_NULL),
                altering("DROP NOT NULL", Alteration.DROP_NOT_NULL),
                altering("SET DEFAULT 'x, ALTER m SET NOT NULL'", Alteration.SET_DEFAULT),
                altering("ADD GENERATED ALWAYS AS IDENTITY", Alteration.SET_DEFAULT),
                altering("DROP DEFAULT", Alteration.DROP_DEFAULT),
                altering("DROP IDENTITY IF EXISTS", Alteration.DROP_DEFAULT),
                arguments(
                        "ALTER TABLE \"A\" ALTER COLUMN n DROP DEFAULT, ALTER m TYPE text",
                        List.of(
                                new AlterColumn(A, "n", Alteration.DROP_DEFAULT),
                                new AlterColumn(A, "m", Alteration.TYPE))));
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                arguments(
                        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY \"A\" USING btree (n DESC, \"M\" text_ops)",
                        List.of(new AddKey(KeyKind.UNIQUE, A, Optional.of("i"), List.of("n", "M")))),
                arguments("CREATE INDEX ON \"A\"(n)", List.of(added(KeyKind.INDEX, "n"))),
                arguments("CREATE INDEX ON \"A\"(lower(n), m)", List.of(added(KeyKind.INDEX))),
                arguments("DROP INDEX CONCURRENTLY IF EXISTS x.i", List.of(new DropKey(Optional.empty(), "i"))),
                arguments("ALTER INDEX x.i RENAME TO j", List.of(new RenameKey(Optional.empty(), "i", "j"))),
                arguments(
                        "ALTER TABLE \"A\" DROP CONSTRAINT IF EXISTS c, ADD CONSTRAINT c PRIMARY KEY (n, m)",
                        List.of(
                                new DropKey(Optional.of(A), "c"),
                                new AddKey(KeyKind.PRIMARY_KEY, A, Optional.of("c"), List.of("n", "m")))),
                arguments(
                        "ALTER TABLE \"A\" ADD UNIQUE NULLS NOT DISTINCT (n), ADD CHECK (n > 0), ADD FOREIGN KEY (m) REFERENCES b",
                        List.of(added(KeyKind.UNIQUE, "n"), added(KeyKind.FOREIGN_KEY, "m"))),
                arguments(
                        "ALTER TABLE \"A\" ADD CONSTRAINT c UNIQUE USING INDEX i",
                        List.of(
                                new RenameKey(Optional.empty(), "i", "c"),
                                new AddKey(KeyKind.UNIQUE, A, Optional.of("c"), List.of()))),
                arguments(
                        "ALTER TABLE \"A\" RENAME CONSTRAINT c TO d", List.of(new RenameKey(Optional.of(A), "c", "d"))),
                arguments(
                        "ALTER TABLE \"A\" ADD n INT CONSTRAINT c UNIQUE NOT NULL REFERENCES b(id)",
                        List.of(
                                new AddColumn(A, "n"),
                                new AddKey(KeyKind.UNIQUE, A, Optional.of("c"), List.of("n")),
                                added(KeyKind.FOREIGN_KEY, "n"))),
                arguments(
                        """
                        CREATE TABLE IF NOT EXISTS "A" (
                          id SERIAL PRIMARY KEY, -- the key
                          n text,
                          LIKE other,
                          CONSTRAINT c FOREIGN KEY (n) REFERENCES b(n)
                        )
                        """,
                        List.of(new Create(
                                Kind.TABLE,
                                A,
                                List.of(
                                        new AddColumn(A, "id"),
                                        added(KeyKind.PRIMARY_KEY, "id"),
                                        new AddColumn(A, "n"),
                                        new AddKey(KeyKind.FOREIGN_KEY, A, Optional.of("c"), List.of("n")))))));
    }

    static Stream<Arguments> blocks() {
        return Stream.of(
                arguments("""
                        DO $$ BEGIN
                          IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'A') THEN
                            CREATE TYPE "A" AS ENUM ('x');
                          ELSE ALTER TYPE "A" ADD VALUE 'x'; END IF;
                        EXCEPTION WHEN duplicate_object THEN NULL;
                        END $$ LANGUAGE plpgsql
                        """, List.of(create(Kind.TYPE), new AddValue(A, "x"))),
                arguments("DO 'BEGIN DROP TABLE \"A\"; END'", List.of(new Drop(Kind.TABLE, A))),
                arguments(
                        "DO LANGUAGE plpgsql $$ BEGIN EXECUTE $x$DROP TYPE \"A\"$x$; END $$",
                        List.of(new Drop(Kind.TYPE, A))));
    }

    @ParameterizedTest
    @MethodSource({"standing", "columns", "keys", "blocks"})
    void says_what_a_statement_does(String sql, List<SchemaEffect> effects) {
        assertThat(effects(sql)).isEqualTo(effects);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE \"A\" SET n = 1",
                "COMMENT ON TABLE \"A\" IS 'DROP TABLE x'",
                "CREATE TEMP TABLE \"A\" (n INT)",
                "CREATE FUNCTION f() RETURNS void AS $$ BEGIN DROP TABLE \"A\"; END $$ LANGUAGE plpgsql",
                "CREATE TRIGGER t AFTER INSERT ON \"A\" EXECUTE FUNCTION f()",
                "ALTER TABLE \"A\" ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE \"A\" VALIDATE CONSTRAINT c",
                "ALTER TABLE \"A\" ALTER COLUMN n SET STATISTICS 5",
                "DO $$ BEGIN EXECUTE 'DROP TABLE ' || t; END $$",
                "DO $$ BEGIN EXECUTE format('DROP TABLE %I', t); END $$",
                "ALTER TABLE",
                "DROP",
            })
    void finds_no_effect_in_what_is_none(String sql) {
        assertThat(effects(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DROP TABLE Shop . Orders", "drop table \"shop\".\"orders\"", "DROP/**/TABLE db.shop.orders"})
    void names_are_as_the_catalog_has_them(String sql) {
        assertThat(effects(sql)).containsExactly(new Drop(Kind.TABLE, new SqlName(Optional.of("shop"), "orders")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "🐘"})
    void a_name_is_cut_at_63_bytes(String character) {
        String kept = character.repeat(63 / character.getBytes(StandardCharsets.UTF_8).length);
        assertThat(effects("DROP INDEX \"" + character.repeat(70) + "\""))
                .containsExactly(new DropKey(Optional.empty(), kept));
    }

    @Property
    void reads_any_soup_of_tokens(@ForAll("soups") String sql) {
        for (SqlStatement statement : SqlStatement.split("a.sql", sql)) {
            assertThat(statement.effects()).doesNotContainNull();
        }
    }

    @Provide
    Arbitrary<String> soups() {
        String words =
                "CREATE ALTER DROP TABLE TYPE INDEX ON ADD COLUMN CONSTRAINT PRIMARY KEY UNIQUE FOREIGN REFERENCES"
                        + " RENAME TO VALUE SET NOT NULL IF EXISTS USING DO $$ BEGIN THEN EXECUTE $x$ ' 'x' \" \"A\" n . , ( ) ; * 1"
                        + " -- /* E'\\ U&\" LANGUAGE AS CHECK LIKE DEFAULT $";
        return Arbitraries.of(words.split(" ")).list().ofMaxSize(40).map(tokens -> String.join(" ", tokens));
    }

    private static List<SchemaEffect> effects(String sql) {
        return SqlStatement.split("a.sql", sql).stream()
                .flatMap(statement -> statement.effects().stream())
                .toList();
    }

    private static SchemaEffect create(Kind kind) {
        return new Create(kind, A, List.of());
    }

    private static SchemaEffect added(KeyKind kind, String... columns) {
        return new AddKey(kind, A, Optional.empty(), List.of(columns));
    }

    private static Arguments altering(String action, Alteration alteration) {
        return arguments("ALTER TABLE \"A\" ALTER COLUMN n " + action, List.of(new AlterColumn(A, "n", alteration)));
    }
}
