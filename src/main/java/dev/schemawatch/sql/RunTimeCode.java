package dev.schemawatch.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what cannot be read beforehand in a DO block or a function: EXECUTE of a string that is put together of what nobody knows
 * yet, code in another language than SQL and PL/pgSQL, and code that is written in numbered characters. {@code format} may put in
 * names and constants where no keyword could stand: PostgreSQL does not quote a name that is a keyword it does not reserve.
 */
final class RunTimeCode {
    private static final int DEPTH = 8;
    private static final int KIND_WITHIN = 4;
    private static final Set<String> READ = Set.of("sql", "plpgsql");

    private static final Pattern UNQUOTED = Pattern.compile("%(?:\\d+\\$)?-?(?:\\d+|\\*(?:\\d+\\$)?)?s");
    private static final Pattern NAME = Pattern.compile("%(?:\\d+\\$)?I");

    /** Where a name in its place, which is {@code "?"} here, would choose the statement, the kind of object or a function. */
    private static final Pattern KEYWORD_PLACE =
            Pattern.compile("(?i)(?:^|;)\\s*\"\\?\"|\\b(?:alter|create|drop|replace|temp|temporary)\\s+\"\\?\""
                    + "|\\bon\\s+\"\\?\"\\s+(?!to\\b|from\\b|for\\b|using\\b|is\\b|as\\b|when\\b|execute\\b|where\\b)[\\w\"]"
                    + "|(?<!\\b(?:table|exists|into|references|only|on)\\s{1,9}(?:\"\\?\"\\.)?)\"\\?\"\\s*\\(");

    private RunTimeCode() {}

    /** The words with which it begins, if there is any. */
    static Optional<String> in(List<SqlToken> statement) {
        boolean block = statement.getFirst().isWord("DO");
        boolean function = statement.getFirst().isWord("CREATE")
                && statement.stream()
                        .limit(KIND_WITHIN)
                        .anyMatch(token -> token.isWord("FUNCTION") || token.isWord("PROCEDURE"));
        return block || function ? otherwiseWritten(statement).or(() -> find(statement, DEPTH)) : Optional.empty();
    }

    private static Optional<String> otherwiseWritten(List<SqlToken> statement) {
        for (int at = 0; at < statement.size() - 1; at++) {
            SqlToken next = statement.get(at + 1);
            if (statement.get(at).isWord("LANGUAGE") && !READ.contains(language(next))) {
                return Optional.of("LANGUAGE " + language(next));
            }
            if (isEscaped(next)) {
                return Optional.of("code in escapes");
            }
        }
        return Optional.empty();
    }

    private static String language(SqlToken name) {
        return SqlText.string(name).orElseGet(() -> SqlText.written(name)).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> find(List<SqlToken> tokens, int depth) {
        for (int at = 0; at < tokens.size(); at++) {
            Optional<String> string = SqlText.string(tokens.get(at));
            if (string.isPresent() && depth == 0) {
                return Optional.of("code in code");
            }
            Optional<String> inner = string.flatMap(code -> find(tokens(code), depth - 1));
            if (inner.isPresent()) {
                return inner;
            }
            if (depth < DEPTH && tokens.get(at).isWord("EXECUTE") && !isRead(operand(tokens, at + 1))) {
                return Optional.of("EXECUTE of what is put together");
            }
        }
        return Optional.empty();
    }

    private static List<SqlToken> tokens(String code) {
        return SqlLexer.lex(code).stream().filter(token -> !token.isTrivia()).toList();
    }

    private static List<SqlToken> operand(List<SqlToken> tokens, int from) {
        int parentheses = 0;
        int to = from;
        for (; to < tokens.size(); to++) {
            SqlToken token = tokens.get(to);
            parentheses += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            boolean ends = token.isSymbol(';') || token.isWord("USING") || token.isWord("INTO") || token.isWord("LOOP");
            if (ends && parentheses == 0) {
                break;
            }
        }
        return tokens.subList(from, to);
    }

    /** A trigger's function and the right to execute are no strings. */
    private static boolean isRead(List<SqlToken> operand) {
        if (operand.isEmpty() || Set.of("FUNCTION", "PROCEDURE", "ON").stream().anyMatch(operand.getFirst()::isWord)) {
            return true;
        }
        SqlToken first = operand.getFirst();
        if (operand.size() == 1) {
            return SqlText.string(first).isPresent() && !isEscaped(first);
        }
        return first.isWord("FORMAT")
                && operand.get(1).isSymbol('(')
                && closes(operand)
                && !isEscaped(operand.get(2))
                && SqlText.string(operand.get(2)).filter(RunTimeCode::isFixed).isPresent();
    }

    /** Whether the parentheses that the second token opens are closed by the last. */
    private static boolean closes(List<SqlToken> operand) {
        int open = 0;
        for (int at = 1; at < operand.size(); at++) {
            open += operand.get(at).isSymbol('(') ? 1 : operand.get(at).isSymbol(')') ? -1 : 0;
            if (open == 0) {
                return at == operand.size() - 1;
            }
        }
        return false;
    }

    private static boolean isFixed(String format) {
        String filled = NAME.matcher(format.replace("%%", " ")).replaceAll("\"?\"");
        return !UNQUOTED.matcher(filled).find()
                && !KEYWORD_PLACE.matcher(filled).find();
    }

    /** Whether characters may stand as their numbers: in a plain string as well, by standard_conforming_strings. */
    private static boolean isEscaped(SqlToken token) {
        return token.kind() == SqlToken.Kind.STRING
                && (Character.toLowerCase(token.text().charAt(0)) == 'u'
                        || token.text().indexOf('\\') >= 0);
    }
}
