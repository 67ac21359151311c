package dev.schemawatch.migration;

import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.SqlToken.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * One statement of a script.
 *
 * @param text without the closing semicolon and without the comments around it
 */
public record SqlStatement(String text, Location.InFile location) {
    /** Dollar quotes inside dollar quotes that are looked into: DO around EXECUTE around its text. */
    private static final int DEPTH = 3;

    private static final Set<String> OF_ROWS =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "COPY", "WITH", "SELECT");

    public SqlStatement {
        Objects.requireNonNull(text);
        Objects.requireNonNull(location);
    }

    /**
     * The statements of a script, in order; none for a script of white space and comments alone.
     *
     * @param path of the file, for the locations
     */
    public static List<SqlStatement> split(String path, String script) {
        return new SqlStatementReader(path).read(script);
    }

    /** Whether it reads or writes rows, and so leaves every table as it is. */
    public boolean isOfRows() {
        return SqlLexer.lex(text).stream()
                .findFirst()
                .filter(first -> OF_ROWS.contains(first.text().toUpperCase(Locale.ROOT)))
                .isPresent();
    }

    /**
     * Every word and quoted identifier of the statement as the catalog would store it: words folded to lower case, quotes
     * taken off. Keywords are among them, and the words inside dollar quotes; the table that a foreign key refers to is not,
     * since that neither makes nor changes it.
     */
    public Set<String> identifiers() {
        Set<String> found = new HashSet<>();
        collect(text, found, DEPTH);
        return found;
    }

    private static void collect(String sql, Set<String> found, int depth) {
        boolean referenced = false;
        for (SqlToken token : SqlLexer.lex(sql)) {
            if (token.isTrivia() || (referenced && (isName(token) || token.isSymbol('.')))) {
                continue;
            }
            referenced = token.isWord("REFERENCES");
            if (token.kind() == Kind.WORD) {
                found.add(token.text().toLowerCase(Locale.ROOT));
            } else if (token.kind() == Kind.QUOTED_IDENTIFIER) {
                found.add(unquoted(token.text()));
            } else if (token.kind() == Kind.DOLLAR_STRING && depth > 0) {
                collect(body(token.text()), found, depth - 1);
            }
        }
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == Kind.QUOTED_IDENTIFIER || (token.kind() == Kind.WORD && !token.isWord("ON"));
    }

    private static String unquoted(String quoted) {
        int open = quoted.indexOf('"') + 1;
        int close = quoted.length() > open && quoted.endsWith("\"") ? quoted.length() - 1 : quoted.length();
        return quoted.substring(open, close).replace("\"\"", "\"");
    }

    /** What stands between the dollar quotes. */
    private static String body(String dollarString) {
        int open = dollarString.indexOf('$', 1) + 1;
        String tag = dollarString.substring(0, open);
        boolean closed = dollarString.length() >= 2 * open && dollarString.endsWith(tag);
        return dollarString.substring(open, closed ? dollarString.length() - open : dollarString.length());
    }
}
