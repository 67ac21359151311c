package dev.schemawatch.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SqlStatementTest {

    @Test
    void finds_no_statement_in_comments() {
        assertThat(texts("-- nothing yet;\n/* ; */ ;;\n")).isEmpty();
    }

    @Test
    void splits_at_semicolons_and_drops_the_comments_around() {
        assertThat(texts("-- one\nSELECT 1; /* two */ SELECT 2 -- end\n")).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void keeps_a_function_body_together() {
        assertThat(
                        texts(
                                "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END; SELECT 2"))
                .hasSize(2);
        assertThat(texts("CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2); SELECT 3"))
                .hasSize(2);
    }

    @Test
    void ends_a_transaction_block_begin_at_its_semicolon() {
        assertThat(texts("BEGIN; SELECT 1; END;")).containsExactly("BEGIN", "SELECT 1", "END");
    }

    @Test
    void reads_names_in_which_characters_stand_as_their_numbers() {
        assertThat(SqlStatement.split(
                        "a.sql", "DROP TABLE U&\"d!0061t!+000061!!\" UESCAPE '!', u&\"\\0062\", U&\"\\zz\";"))
                .singleElement()
                .extracting(SqlStatement::command)
                .isInstanceOfSatisfying(
                        Command.DropObjects.class,
                        drop -> assertThat(drop.names())
                                .extracting(SqlName::name)
                                .containsExactly("data!", "b", "\\zz"));
    }

    @Test
    void tells_where_a_statement_begins() {
        SqlStatement second = SqlStatement.split("a.sql", "SELECT 1;\n  SELECT '🐘'; DROP TABLE t")
                .get(2);
        assertThat(second.location().display()).isEqualTo("a.sql:2:15");
    }

    @Property
    void splits_any_text_into_statements_that_are_in_it(@ForAll String text) {
        for (SqlStatement statement : SqlStatement.split("a.sql", text)) {
            int offset = statement.location().offset();
            assertThat(text.substring(offset, offset + statement.location().length()))
                    .isEqualTo(statement.text());
        }
    }

    private static List<String> texts(String script) {
        return SqlStatement.split("a.sql", script).stream()
                .map(SqlStatement::text)
                .toList();
    }
}
