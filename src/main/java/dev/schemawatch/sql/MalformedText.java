package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.Invalid;
import dev.schemawatch.sql.SqlToken.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what makes a statement unreadable before its words are looked at. */
final class MalformedText {
    private MalformedText() {}

    /** What is wrong with the text, if anything is. */
    static Optional<Invalid> find(List<SqlToken> tokens) {
        int depth = 0;
        for (SqlToken token : tokens) {
            Optional<Invalid> wrong = wrongWith(token);
            if (wrong.isPresent()) {
                return wrong;
            }
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth < 0) {
                return Optional.of(new Invalid("a ) has no ( before it", "take it out, or open it"));
            }
        }
        return depth > 0
                ? Optional.of(new Invalid("a ( is not closed when the statement ends", "close it before the semicolon"))
                : MalformedSequence.find(tokens);
    }

    private static Optional<Invalid> wrongWith(SqlToken token) {
        if (token.kind() == Kind.UNCLOSED) {
            return Optional.of(unclosed(token.script().charAt(token.start())));
        }
        if (token.kind() == Kind.PSQL) {
            return Optional.of(new Invalid(
                    "a line that begins with a backslash is a command to psql, the terminal, and no SQL: Prisma and every other"
                            + " client send it to the server, which refuses it",
                    "take the line out, or write what it does as SQL"));
        }
        if (token.kind() == Kind.COPY_DATA) {
            return Optional.of(new Invalid(
                    "the rows behind COPY … FROM stdin are read by psql, the terminal, alone: Prisma and every other client"
                            + " send them to the server as SQL",
                    "write the rows as INSERT INTO … VALUES (…)"));
        }
        if (token.isSymbol('`')) {
            return Optional.of(new Invalid(
                    "names in backticks are MySQL's; to PostgreSQL a backtick is an operator",
                    "put names into double quotes"));
        }
        return isConflictMarker(token)
                ? Optional.of(new Invalid(
                        "a merge conflict of git stands here that nobody has resolved",
                        "keep one of the two sides, and take the lines of <, = and > out"))
                : Optional.empty();
    }

    /** Seven of a kind where a line begins (git manual, merge). */
    private static boolean isConflictMarker(SqlToken token) {
        return token.kind() == Kind.SYMBOL
                && (token.start() == 0 || token.script().charAt(token.start() - 1) == '\n')
                && Stream.of("<<<<<<<", "=======", ">>>>>>>")
                        .anyMatch(marker -> token.script().startsWith(marker, token.start()));
    }

    private static Invalid unclosed(char opening) {
        return switch (opening) {
            case '/' ->
                new Invalid(
                        "a comment /* is not closed: everything behind it is taken for a comment", "close it with */");
            case '"' -> new Invalid("a name in double quotes is not closed", "close it, or write a quote in it twice");
            case '$' ->
                new Invalid(
                        "a text in dollar quotes is not closed: everything behind it is taken for text",
                        "end it with the same tag that it begins with");
            default ->
                new Invalid(
                        "a text in single quotes is not closed: everything behind it is taken for text",
                        "close it, or write a quote in it twice");
        };
    }
}
