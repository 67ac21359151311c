package dev.schemawatch.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Suppression.Covered;
import dev.schemawatch.finding.Suppressions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which statement a comment of a script is about. */
final class ScriptSuppressionsTest {

    @Test
    void the_next_statement() {
        assertThat(covered("""
                CREATE TABLE a ();
                -- schemawatch-ignore some-rule: reason

                DROP TABLE b;
                DROP TABLE c;
                """)).containsExactly("DROP TABLE b");
    }

    @Test
    void the_statement_that_it_stands_in() {
        assertThat(covered("""
                DROP TABLE a;
                ALTER TABLE b
                  -- schemawatch-ignore some-rule: reason
                  DROP COLUMN c;
                DROP TABLE d;
                """))
                .singleElement()
                .asString()
                .startsWith("ALTER TABLE b")
                .endsWith("DROP COLUMN c");
    }

    @Test
    void the_statement_that_it_stands_behind() {
        assertThat(covered("""
                DROP TABLE a; -- schemawatch-ignore some-rule: reason
                DROP TABLE b;
                """)).containsExactly("DROP TABLE a");
    }

    @Test
    void a_comment_in_a_function_is_no_comment_of_the_script() {
        assertThat(covered("""
                CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$
                  -- schemawatch-ignore some-rule: reason
                  SELECT 1
                $$;
                """)).isEmpty();
    }

    @Test
    void the_next_statement_in_the_code_of_do() {
        assertThat(covered("""
                DO $$
                BEGIN
                  DROP TABLE a;
                  -- schemawatch-ignore some-rule: reason
                  DROP TABLE b;
                  DROP TABLE c;
                END $$;
                DROP TABLE d;
                """)).containsExactly("DROP TABLE b");
    }

    @Test
    void the_statement_in_the_code_of_do_that_another_tool_means() {
        assertThat(covered("""
                DO LANGUAGE 'plpgsql' $do$
                BEGIN
                  DROP TABLE a; -- squawk-ignore ban-drop-table
                  DROP TABLE b;
                END $do$;
                """)).containsExactly("BEGIN\n  DROP TABLE a");
    }

    @Test
    void all_of_do_for_a_comment_above_it() {
        assertThat(covered("""
                -- schemawatch-ignore some-rule: reason
                DO $$ BEGIN DROP TABLE a; DROP TABLE b; END $$;
                """)).containsExactly("DO $$ BEGIN DROP TABLE a; DROP TABLE b; END $$");
    }

    @Test
    void a_block_comment_serves_as_well() {
        assertThat(covered("/* schemawatch-ignore some-rule: reason */ DROP TABLE a;"))
                .containsExactly("DROP TABLE a");
    }

    private static List<String> covered(String script) {
        Suppressions read = ScriptSuppressions.read("a.sql", script);
        assertThat(read.problems()).isEmpty();
        return read.all().stream()
                .map(suppression -> (Covered.Part) suppression.covered())
                .map(part -> script.substring(part.span().from(), part.span().to()))
                .toList();
    }
}
