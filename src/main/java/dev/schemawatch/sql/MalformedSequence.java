package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds tokens that PostgreSQL takes nowhere in this order: commas with nothing behind them, statements that run into another. */
final class MalformedSequence {
    /** What a definition is of, by which two statements without a semicolon between them are told from one. */
    private static final Set<String> DEFINED = Set.of("TABLE", "INDEX", "TYPE", "VIEW", "UNIQUE");

    private MalformedSequence() {}

    /** What is wrong with the order of a statement's tokens, if anything that is known is. */
    static Optional<Invalid> find(List<SqlToken> tokens) {
        for (int index = 0; index < tokens.size(); index++) {
            if (tokens.get(index).isSymbol(',') && isEmptyBehind(tokens, index)) {
                return Optional.of(new Invalid("nothing stands behind a comma", "take the comma out"));
            }
        }
        if (isBodyOpen(tokens)) {
            return Optional.of(new Invalid(
                    "a BEGIN ATOMIC has no END: everything behind it is taken for the body of the function",
                    "close the body with END"));
        }
        return swallowed(tokens);
    }

    private static boolean isEmptyBehind(List<SqlToken> tokens, int comma) {
        return comma + 1 == tokens.size()
                || tokens.get(comma + 1).isSymbol(')')
                || tokens.get(comma + 1).isSymbol(',');
    }

    /** A body of SQL is the last clause of its function (PostgreSQL 14 manual, CREATE FUNCTION). */
    private static boolean isBodyOpen(List<SqlToken> tokens) {
        return begins(tokens, "CREATE")
                && !tokens.getLast().isWord("END")
                && tokens.subList(0, Math.min(tokens.size(), 4)).stream()
                        .anyMatch(token -> token.isWord("FUNCTION") || token.isWord("PROCEDURE"))
                && holds(tokens, "BEGIN", "ATOMIC");
    }

    private static boolean holds(List<SqlToken> tokens, String first, String second) {
        for (int index = 1; index < tokens.size(); index++) {
            if (tokens.get(index - 1).isWord(first) && tokens.get(index).isWord(second)) {
                return true;
            }
        }
        return false;
    }

    /** A table, an index, a change or rows: none of these statements has another one in it that begins on a line of its own. */
    private static Optional<Invalid> swallowed(List<SqlToken> tokens) {
        if (!mayBeFollowed(tokens)) {
            return Optional.empty();
        }
        int depth = 0;
        for (int index = 1; index + 1 < tokens.size(); index++) {
            SqlToken token = tokens.get(index);
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0
                    && tokens.get(index - 1).isSymbol(')')
                    && beginsStatement(token, tokens.get(index + 1))
                    && beginsLine(token)) {
                return Optional.of(new Invalid(
                        "another statement begins before this one ends: %s %s"
                                .formatted(token.text(), tokens.get(index + 1).text()),
                        "a semicolon before it"));
            }
        }
        return Optional.empty();
    }

    private static boolean mayBeFollowed(List<SqlToken> tokens) {
        return begins(tokens, "ALTER")
                || begins(tokens, "INSERT")
                || (begins(tokens, "CREATE") && tokens.size() > 1 && isDefined(tokens.get(1)));
    }

    private static boolean begins(List<SqlToken> tokens, String verb) {
        return !tokens.isEmpty() && tokens.getFirst().isWord(verb);
    }

    private static boolean beginsStatement(SqlToken verb, SqlToken next) {
        if (verb.isWord("CREATE") || verb.isWord("ALTER") || verb.isWord("DROP")) {
            return isDefined(next);
        }
        return (verb.isWord("INSERT") && next.isWord("INTO")) || (verb.isWord("DELETE") && next.isWord("FROM"));
    }

    private static boolean isDefined(SqlToken token) {
        return DEFINED.stream().anyMatch(token::isWord);
    }

    private static boolean beginsLine(SqlToken token) {
        String script = token.script();
        int place = token.start() - 1;
        while (place >= 0 && (script.charAt(place) == ' ' || script.charAt(place) == '\t')) {
            place--;
        }
        return place >= 0 && script.charAt(place) == '\n';
    }
}
