package dev.schemawatch.sql;

import dev.schemawatch.finding.Location;
import dev.schemawatch.sql.Command.DoBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the statements of a DO block that define something. PL/pgSQL is not interpreted: a statement in one branch counts as
 * if it ran, and one that is put together at run time (EXECUTE format(…)) does not count.
 */
final class BlockReader {
    private static final List<String> STARTS =
            List.of("CREATE", "ALTER", "DROP", "TRUNCATE", "UPDATE", "DELETE", "INSERT");

    private final SqlCursor sql;
    private final List<SqlStatement> statements = new ArrayList<>();

    BlockReader(SqlCursor sql) {
        this.sql = sql;
    }

    /** {@code DO [LANGUAGE name] 'body'}; the cursor stands behind DO. */
    Command read() {
        if (sql.accept("LANGUAGE")) {
            sql.advance();
        }
        sql.code().ifPresent(body -> body.pieces(';').forEach(this::piece));
        return new DoBlock(statements);
    }

    /** Statements end at semicolons, and begin there or behind one of these words. */
    private void piece(SqlCursor piece) {
        boolean begins = true;
        while (!piece.atEnd()) {
            if (begins && piece.isAt("EXECUTE")) {
                execute(piece);
                return;
            }
            if (begins && STARTS.stream().anyMatch(piece::isAt)) {
                add(piece);
                return;
            }
            begins = piece.acceptAny("BEGIN", "THEN", "ELSE", "LOOP");
            if (!begins) {
                piece.skip();
            }
        }
    }

    /** {@code EXECUTE 'statement'}, and nothing behind it. */
    private void execute(SqlCursor piece) {
        piece.advance();
        Optional<SqlCursor> code = piece.code();
        if (code.isPresent() && piece.atEnd() && !code.get().atEnd()) {
            add(code.get());
        }
    }

    private void add(SqlCursor statement) {
        Location.InFile location = statement.location(statement.mark());
        statements.add(
                new SqlStatement(statement.rest(), location, new CommandReader(statement.copy()).read(), List.of()));
    }
}
