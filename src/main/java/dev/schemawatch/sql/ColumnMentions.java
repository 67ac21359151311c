package dev.schemawatch.sql;

import dev.schemawatch.sql.SqlToken.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the columns that an index or a constraint mentions: as a key, in an expression, behind INCLUDE and behind WHERE. Nothing
 * is resolved; what may be a column's name counts as one.
 */
public final class ColumnMentions {
    /** Words that are no column's name without quotes (PostgreSQL manual, appendix C), as far as they stand in expressions. */
    private static final Set<String> RESERVED = Set.of(
            "ALL",
            "AND",
            "ANY",
            "ARRAY",
            "AS",
            "ASC",
            "CASE",
            "CAST",
            "COLLATE",
            "DEFAULT",
            "DESC",
            "DISTINCT",
            "ELSE",
            "END",
            "FALSE",
            "FROM",
            "ILIKE",
            "IN",
            "IS",
            "LIKE",
            "NOT",
            "NULL",
            "OR",
            "SIMILAR",
            "SOME",
            "THEN",
            "TRUE",
            "USING",
            "WHEN",
            "WHERE",
            "WITH");

    private ColumnMentions() {}

    /**
     * What may be a column in the definition.
     *
     * @param definition of an index from its table's name on, or of a constraint from its kind on: all from the first parenthesis
     *     on is about the columns of its own table
     */
    public static Set<String> in(String definition) {
        List<SqlToken> tokens = SqlLexer.lex(definition).stream()
                .filter(token -> !token.isTrivia())
                .toList();
        Set<String> mentioned = new HashSet<>();
        boolean inside = false;
        for (int at = 0; at < tokens.size(); at++) {
            inside |= tokens.get(at).isSymbol('(');
            if (inside && mayBeColumn(tokens, at)) {
                mentioned.add(SqlText.identifier(tokens.get(at)));
            }
        }
        return mentioned;
    }

    private static boolean mayBeColumn(List<SqlToken> tokens, int at) {
        SqlToken token = tokens.get(at);
        boolean name = token.kind() == Kind.QUOTED_IDENTIFIER
                || (token.kind() == Kind.WORD && !RESERVED.contains(token.text().toUpperCase(Locale.ROOT)));
        return name && !namesOther(tokens.get(at - 1)) && (at + 1 == tokens.size() || !isOfOther(tokens.get(at + 1)));
    }

    /** Whether what comes next is a type, a collation, or the place of nulls. */
    private static boolean namesOther(SqlToken before) {
        return before.isSymbol(':') || before.isWord("AS") || before.isWord("COLLATE") || before.isWord("NULLS");
    }

    /** Whether what stood before was a function, a table or the type of a constant. */
    private static boolean isOfOther(SqlToken after) {
        return after.isSymbol('(') || after.isSymbol('.') || after.kind() == Kind.STRING;
    }
}
