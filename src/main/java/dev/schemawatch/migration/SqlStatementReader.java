package dev.schemawatch.migration;

import dev.schemawatch.finding.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a script at its semicolons, but not inside parentheses (CREATE RULE … DO (a; b)) nor between BEGIN ATOMIC and its END
 * (PostgreSQL 14 and later: a function's body as SQL).
 */
final class SqlStatementReader {
    private final String path;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private final StringBuilder trailingTrivia = new StringBuilder();
    private Location.@Nullable InFile start;
    private int parentheses;
    private int atomicBlocks;
    private boolean afterBegin;
    private int offset;
    private int line = 1;
    private int column = 1;

    SqlStatementReader(String path) {
        this.path = path;
    }

    List<SqlStatement> read(String script) {
        for (SqlToken token : SqlLexer.lex(script)) {
            if (token.isTrivia()) {
                trailingTrivia.append(token.text());
            } else if (token.isSymbol(';') && parentheses == 0 && atomicBlocks == 0) {
                end();
            } else {
                add(token);
            }
            move(token.text());
        }
        end();
        return statements;
    }

    private void add(SqlToken token) {
        if (start == null) {
            start = new Location.InFile(path, line, column, offset, 0);
        } else {
            statement.append(trailingTrivia);
        }
        trailingTrivia.setLength(0);
        statement.append(token.text());
        nest(token);
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
        if (start != null) {
            statements.add(new SqlStatement(
                    statement.toString(),
                    new Location.InFile(path, start.line(), start.column(), start.offset(), statement.length())));
        }
        start = null;
        parentheses = 0;
        atomicBlocks = 0;
        statement.setLength(0);
        trailingTrivia.setLength(0);
    }

    private void move(String text) {
        offset += text.length();
        int lastBreak = text.lastIndexOf('\n');
        if (lastBreak < 0) {
            column += text.codePointCount(0, text.length());
        } else {
            line += (int) text.chars().filter(character -> character == '\n').count();
            column = 1 + text.codePointCount(lastBreak + 1, text.length());
        }
    }
}
