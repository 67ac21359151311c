package dev.schemawatch.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlStatementProperties {

    @Property
    void statements_that_are_written_one_after_the_other_are_read_back(
            @ForAll("statements") List<String> statements, @ForAll("gaps") List<String> gaps) {
        StringBuilder script = new StringBuilder();
        for (int index = 0; index < statements.size(); index++) {
            script.append(gaps.get(index % gaps.size())).append(statements.get(index));
            script.append(gaps.get((index + 1) % gaps.size())).append(';');
        }
        assertThat(SqlStatement.split("a.sql", script.toString()).stream().map(SqlStatement::text))
                .containsExactlyElementsOf(statements);
    }

    @Property
    void nothing_that_is_written_makes_reading_fail(@ForAll("garbage") String script) {
        assertThatCode(() -> SqlStatement.split("a.sql", script).forEach(SqlStatement::effects))
                .doesNotThrowAnyException();
    }

    @Property
    void every_statement_lies_where_it_says(@ForAll("garbage") String script) {
        int end = 0;
        for (SqlStatement statement : SqlStatement.split("a.sql", script)) {
            int start = statement.location().offset();
            assertThat(start).isGreaterThanOrEqualTo(end);
            end = start + statement.location().length();
            assertThat(script.substring(start, end)).isEqualTo(statement.text());
            long lines = script.substring(0, start)
                    .chars()
                    .filter(character -> character == '\n')
                    .count();
            assertThat(statement.location().line()).isEqualTo((int) lines + 1);
        }
    }

    @Property
    void a_script_has_a_statement_where_reading_it_finds_one(
            @ForAll("garbage") String script, @ForAll("gaps") List<String> gaps) {
        assertThat(SqlStatement.isAnyIn(script))
                .isEqualTo(!SqlStatement.split("a.sql", script).isEmpty());
        assertThat(SqlStatement.isAnyIn(String.join("; ", gaps))).isFalse();
    }

    /** What takes time in proportion to its square would take minutes here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                ")",
                "'",
                "\"",
                "$",
                "$a$",
                "$a",
                "/*",
                "--",
                "\\",
                "E'\\",
                "x",
                "1e",
                ";",
                "\n",
                "a,",
                "a.",
                "SELECT 1;",
                "COPY a FROM STDIN;",
                "BEGIN ATOMIC ",
                "DO $$",
                "DO 'a';",
                "CREATE RULE (",
                "ALTER TABLE a ADD b int,",
                "CREATE TABLE a (b int);",
                "UPDATE a SET b = 1;",
                "EXECUTE '",
                "🐘"
            })
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void reading_takes_time_in_proportion_to_the_text(String piece) {
        String script = piece.repeat(2_000_000 / piece.length());
        assertThat(SqlStatement.split("a.sql", script)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DO $$ BEGIN %s END $$", "ALTER TABLE a %s", "CREATE TABLE a (%s)", "SELECT (%s)"})
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void a_long_statement_takes_no_longer_than_many_short_ones(String frame) {
        String parts = "ALTER TABLE b ADD c int; , d text NOT NULL DEFAULT 'x' ".repeat(30_000);
        assertThat(SqlStatement.split("a.sql", frame.formatted(parts))).isNotEmpty();
    }

    @Provide
    Arbitrary<List<String>> statements() {
        return Arbitraries.of(
                        "SELECT 'a;b'",
                        "SELECT E'it\\';s', \"x;y\"",
                        "CREATE TABLE a (b text DEFAULT ';')",
                        "CREATE FUNCTION f() RETURNS int AS $f$ SELECT 1; $f$ LANGUAGE sql",
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END",
                        "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
                        "DO $$ BEGIN EXECUTE 'DROP TABLE x;'; END $$",
                        "BEGIN",
                        "END",
                        "ALTER TABLE a /* ; */ ADD -- ;\n b int",
                        "SELECT a -1, $1, b$c$d, 1.5e-3",
                        "SELECT U&\"d;a\" UESCAPE '!'",
                        "GRANT x TO y")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> gaps() {
        return Arbitraries.of("", " ", "\n", "\r\n\t", "-- a ' comment;\n", "/* one /* ; */ two */", "\f")
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> garbage() {
        List<String> pieces = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            pieces.add(kind.sql());
        }
        pieces.addAll(List.of(
                ("CREATE ALTER DROP OR REPLACE TEMP UNIQUE CONCURRENTLY IF NOT EXISTS ON ONLY USING ADD COLUMN CONSTRAINT"
                                + " PRIMARY KEY FOREIGN REFERENCES CHECK EXCLUDE VALID VALIDATE DEFAULT NULL SET DATA RENAME TO"
                                + " VALUE AS ENUM PARTITION OF ATTACH DETACH INSERT INTO UPDATE DELETE FROM WHERE TRUNCATE"
                                + " CASCADE WITH SELECT DO EXECUTE BEGIN ATOMIC END CASE COPY STDIN VACUUM FULL REINDEX LOCK"
                                + " CLUSTER REFRESH GENERATED ALWAYS IDENTITY STORED ENABLE DISABLE COMMIT GLOBAL RECURSIVE")
                        .split(" ")));
        pieces.addAll(List.of(
                "(",
                ")",
                "[",
                "]",
                ",",
                ";",
                ".",
                "=",
                "*",
                "'x'",
                "'",
                "\"A b\"",
                "\"",
                "$$",
                "$f$",
                "/*",
                "*/",
                "-- ",
                "\n",
                "\\.",
                "\\d",
                "a",
                "é",
                "🐘",
                "1",
                "$1",
                "'DO $$ x $$'",
                "::",
                "E'\\'",
                "standard_conforming_strings",
                "off"));
        return Arbitraries.of(pieces).list().ofMaxSize(30).map(list -> String.join(" ", list));
    }
}
