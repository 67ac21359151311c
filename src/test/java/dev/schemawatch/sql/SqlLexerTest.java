package dev.schemawatch.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.sql.SqlToken.Kind;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SqlLexerTest {

    @Property
    void loses_no_character(@ForAll("scripts") String script) {
        assertThat(SqlLexer.lex(script).stream().map(SqlToken::text).collect(Collectors.joining()))
                .isEqualTo(script);
    }

    @Property
    void loses_no_character_of_any_text(@ForAll String text) {
        assertThat(SqlLexer.lex(text).stream().map(SqlToken::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(
                        "'", "\"", "$", "$$", "$a$", "/*", "*/", "--", "\n", "\r\n", " ", ";", "\\", "E'", "U&\"", "x",
                        "é", "1", "(", ")", "BEGIN", "ATOMIC", "END", "🐘")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Test
    void keeps_a_semicolon_inside_a_constant() {
        assertThat(kinds("'a;b'")).containsExactly(Kind.STRING);
        assertThat(kinds("'it''s;'")).containsExactly(Kind.STRING);
        assertThat(kinds("E'it\\';'")).containsExactly(Kind.STRING);
        assertThat(kinds("$fn$ $$ ; $$ $fn$")).containsExactly(Kind.DOLLAR_STRING);
    }

    @Test
    void takes_a_backslash_in_a_plain_constant_for_itself() {
        assertThat(kinds("'\\' x")).containsExactly(Kind.STRING, Kind.WHITESPACE, Kind.WORD);
    }

    @Test
    void nests_block_comments() {
        assertThat(kinds("/* a /* b */ c */x")).containsExactly(Kind.COMMENT, Kind.WORD);
    }

    @Test
    void tells_a_parameter_from_a_dollar_quote() {
        assertThat(kinds("$1")).containsExactly(Kind.PARAMETER);
        assertThat(kinds("a$b$c")).containsExactly(Kind.WORD);
    }

    private static List<Kind> kinds(String sql) {
        return SqlLexer.lex(sql).stream().map(SqlToken::kind).toList();
    }
}
