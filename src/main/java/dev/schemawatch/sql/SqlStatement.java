package dev.schemawatch.sql;

import dev.schemawatch.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param text without the closing semicolon and without the comments around it
 * @param command what it says
 * @param cutNames names in it that PostgreSQL cuts, as written (manual, 4.1.1)
 */
public record SqlStatement(String text, Location.InFile location, Command command, List<String> cutNames) {
    /** Code in a string in a string: nobody goes deeper. */
    private static final int DEPTH = 8;

    public SqlStatement {
        Objects.requireNonNull(text);
        Objects.requireNonNull(location);
        Objects.requireNonNull(command);
        cutNames = List.copyOf(cutNames);
    }

    /**
     * The statements of a script, in order; none for a script of white space and comments alone.
     *
     * @param path of the file, for the locations
     */
    public static List<SqlStatement> split(String path, String script) {
        PositionReader positions = new PositionReader(path, script);
        return StatementReader.split(SqlLexer.lex(script)).stream()
                .map(tokens -> of(tokens, positions))
                .toList();
    }

    /** Whether a script has a statement, which is found out without reading any. */
    public static boolean isAnyIn(String script) {
        return SqlLexer.isAnythingIn(script);
    }

    /** Whether two scripts say the same to PostgreSQL: they differ in white space and comments at most. */
    public static boolean isSame(String script, String other) {
        return words(script).equals(words(other));
    }

    /** What it says to PostgreSQL, equal for statements that differ in white space and comments at most. */
    public List<String> words() {
        return words(text);
    }

    /**
     * The same with the strings in it laid open, since one may hold code: each begins and ends with the word {@code '}, and
     * between them is what the code in it says. An identifier has its characters in place of their numbers.
     */
    public List<String> openWords() {
        List<String> open = new ArrayList<>();
        open(text, DEPTH, open);
        return open;
    }

    /** The words with which code in it begins that cannot be read, since it is only put together when it runs; empty if there is none. */
    public Optional<String> unreadable() {
        return RunTimeCode.in(
                SqlLexer.lex(text).stream().filter(token -> !token.isTrivia()).toList());
    }

    private static void open(String code, int depth, List<String> words) {
        for (SqlToken token : SqlLexer.lex(code)) {
            Optional<String> string = depth == 0 ? Optional.empty() : SqlText.string(token);
            if (string.isPresent()) {
                words.add("'");
                open(string.get(), depth - 1, words);
                words.add("'");
            } else if (SqlText.hasEscapes(token)) {
                words.add('"' + SqlText.unescaped(SqlText.written(token), SqlText.ESCAPE) + '"');
            } else if (!token.isTrivia()) {
                words.add(token.text());
            }
        }
    }

    private static List<String> words(String script) {
        return SqlLexer.lex(script).stream()
                .filter(token -> !token.isTrivia())
                .map(SqlToken::text)
                .toList();
    }

    private static SqlStatement of(List<SqlToken> tokens, PositionReader positions) {
        int start = tokens.getFirst().start();
        int end = tokens.getLast().end();
        return new SqlStatement(
                tokens.getFirst().script().substring(start, end),
                positions.at(start, end),
                new CommandReader(new SqlCursor(tokens, positions)).read(),
                tokens.stream()
                        .filter(SqlText::isCut)
                        .map(SqlText::written)
                        .distinct()
                        .toList());
    }

    /** What it does to the schema, in order; none for what writes rows, or is not understood. */
    public List<SchemaEffect> effects() {
        return Effects.of(command);
    }
}
