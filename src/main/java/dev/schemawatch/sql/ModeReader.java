package dev.schemawatch.sql;

import dev.schemawatch.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What earlier statements of a script mean for the reading of later ones: {@code SET standard_conforming_strings} decides
 * whether a backslash escapes in a plain constant (PostgreSQL manual, 4.1.2.1), and {@code COPY … FROM stdin} is followed by
 * rows.
 */
final class ModeReader {
    /** Longer statements are neither of the two that matter. */
    private static final int MOST_TOKENS = 256;

    private final List<SqlToken> statement = new ArrayList<>();
    private boolean inStatement;
    private boolean ofInterest;
    private boolean backslashesEscape;
    private boolean copiesFromClient;

    /** Whether a backslash escapes in a constant without a prefix. */
    boolean backslashesEscape() {
        return backslashesEscape;
    }

    /** Whether the statement that just ended is followed by rows. */
    boolean copiesFromClient() {
        return copiesFromClient;
    }

    /** Takes note of the next token. */
    void see(SqlToken token) {
        copiesFromClient = false;
        if (token.isTrivia()) {
            return;
        }
        if (token.isSymbol(';') || token.kind() == Kind.PSQL || token.kind() == Kind.COPY_DATA) {
            end();
            return;
        }
        if (!inStatement) {
            inStatement = true;
            ofInterest = token.isWord("SET") || token.isWord("COPY");
        }
        if (ofInterest && statement.size() < MOST_TOKENS) {
            statement.add(token);
        }
    }

    private void end() {
        if (!statement.isEmpty()) {
            if (statement.getFirst().isWord("COPY")) {
                copiesFromClient = fromStdin();
            } else if (statement.stream().anyMatch(token -> token.isWord("STANDARD_CONFORMING_STRINGS"))) {
                backslashesEscape = isOff(statement.getLast());
            }
        }
        statement.clear();
        inStatement = false;
    }

    private boolean fromStdin() {
        for (int index = 1; index < statement.size(); index++) {
            if (statement.get(index).isWord("STDIN") && statement.get(index - 1).isWord("FROM")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOff(SqlToken value) {
        String text = value.kind() == Kind.STRING ? value.text().replace("'", "") : value.text();
        return List.of("off", "false", "no", "0").contains(text.toLowerCase(Locale.ROOT));
    }
}
