package dev.schemawatch.sql;

import dev.schemawatch.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads expressions, as far as their calls. */
final class ExpressionReader {
    /** Words before an opening parenthesis that call nothing. */
    private static final Set<String> NO_CALLS = Set.of(
            "in",
            "and",
            "or",
            "not",
            "values",
            "any",
            "all",
            "some",
            "exists",
            "select",
            "from",
            "where",
            "case",
            "when",
            "then",
            "else",
            "as",
            "between",
            "is",
            "like",
            "ilike",
            "default",
            "using",
            "interval",
            "over",
            "filter",
            "with",
            "by",
            "on");

    private ExpressionReader() {}

    /** The default of a column: it ends where the next word of the column's definition begins. */
    static SqlExpression ofDefault(SqlCursor sql) {
        int start = sql.mark();
        boolean first = true;
        while (!sql.atEnd() && (first || !endsDefault(sql))) {
            sql.skip();
            first = false;
        }
        return of(sql.part(start, sql.mark()));
    }

    /** What is left. */
    static SqlExpression of(SqlCursor sql) {
        List<String> calls = new ArrayList<>();
        List<SqlToken> tokens = sql.left();
        for (int index = 0; index + 1 < tokens.size(); index++) {
            SqlToken token = tokens.get(index);
            boolean named = token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_IDENTIFIER;
            if (named && tokens.get(index + 1).isSymbol('(') && !isType(tokens, index)) {
                String name = SqlText.identifier(token);
                if (!NO_CALLS.contains(name.toLowerCase(Locale.ROOT))) {
                    calls.add(name);
                }
            }
        }
        return new SqlExpression(sql.rest(), calls);
    }

    private static boolean endsDefault(SqlCursor sql) {
        return sql.isAt("NOT", "NULL")
                || sql.isAt("NULL")
                || sql.isAt("CONSTRAINT")
                || sql.isAt("PRIMARY", "KEY")
                || sql.isAt("UNIQUE")
                || sql.isAt("REFERENCES")
                || sql.isAt("CHECK")
                || sql.isAt("GENERATED")
                || sql.isAt("COLLATE");
    }

    /** Whether the word is the name of a type with a length: behind {@code ::}, or behind AS in a CAST. */
    private static boolean isType(List<SqlToken> tokens, int index) {
        return (index >= 2
                        && tokens.get(index - 1).isSymbol(':')
                        && tokens.get(index - 2).isSymbol(':'))
                || (index >= 1 && tokens.get(index - 1).isWord("AS"));
    }
}
