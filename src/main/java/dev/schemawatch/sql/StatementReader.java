package dev.schemawatch.sql;

import dev.schemawatch.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the tokens of a script at its semicolons, but not between the parentheses of CREATE RULE … DO (a; b), nor between BEGIN
 * ATOMIC and its END in a function (PostgreSQL 14 and later: a body that is SQL). A command to psql and the rows of COPY are
 * pieces of their own.
 */
final class StatementReader {
    private final List<List<SqlToken>> statements = new ArrayList<>();
    private List<SqlToken> statement = new ArrayList<>();
    private int parentheses;
    private int atomicBlocks;
    private boolean afterBegin;

    private StatementReader() {}

    /** The tokens of each statement, without white space, comments and the closing semicolon; no statement is empty. */
    static List<List<SqlToken>> split(List<SqlToken> tokens) {
        StatementReader reader = new StatementReader();
        for (SqlToken token : tokens) {
            reader.add(token);
        }
        reader.end();
        return reader.statements;
    }

    private void add(SqlToken token) {
        if (token.isTrivia()) {
            return;
        }
        if (token.kind() == Kind.PSQL || token.kind() == Kind.COPY_DATA) {
            end();
            statement.add(token);
            end();
        } else if (token.isSymbol(';') && !isInside()) {
            end();
        } else {
            statement.add(token);
            nest(token);
        }
    }

    private boolean isInside() {
        return (parentheses > 0 && defines("RULE"))
                || (atomicBlocks > 0 && (defines("FUNCTION") || defines("PROCEDURE")));
    }

    /** Whether the statement begins with CREATE [OR REPLACE] and this kind. */
    private boolean defines(String kind) {
        int place = statement.size() > 2 && statement.get(1).isWord("OR") ? 3 : 1;
        return statement.size() > place
                && statement.getFirst().isWord("CREATE")
                && statement.get(place).isWord(kind);
    }

    private void nest(SqlToken token) {
        if (token.isSymbol('(')) {
            parentheses++;
        } else if (token.isSymbol(')')) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (afterBegin && token.isWord("ATOMIC")) {
            atomicBlocks++;
        } else if (atomicBlocks > 0 && token.isWord("CASE")) {
            atomicBlocks++;
        } else if (atomicBlocks > 0 && token.isWord("END")) {
            atomicBlocks--;
        }
        afterBegin = token.isWord("BEGIN");
    }

    private void end() {
        if (!statement.isEmpty()) {
            statements.add(statement);
            statement = new ArrayList<>();
        }
        parentheses = 0;
        atomicBlocks = 0;
        afterBegin = false;
    }
}
