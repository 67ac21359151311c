package dev.schemawatch.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the effects of a statement off its tokens. SQL is not interpreted: a statement in one branch of a DO block counts as
 * if it ran, and one that is put together at run time (EXECUTE format(…)) has no effect.
 */
final class EffectReader {
    /** DO around EXECUTE around its text is as deep as people nest. */
    private static final int DEPTH = 3;

    private final List<SchemaEffect> effects = new ArrayList<>();

    private EffectReader() {}

    /** The effects of the statement, in order; none for what is not understood. */
    static List<SchemaEffect> read(String sql) {
        EffectReader reader = new EffectReader();
        reader.statement(SqlCursor.of(sql), DEPTH);
        return reader.effects;
    }

    private void statement(SqlCursor sql, int depth) {
        if (sql.accept("CREATE")) {
            effects.addAll(new CreateReader(sql).read());
        } else if (sql.accept("ALTER")) {
            effects.addAll(new AlterReader(sql).read());
        } else if (sql.accept("DROP")) {
            effects.addAll(DropReader.read(sql));
        } else if (sql.accept("DO") && depth > 0) {
            body(sql).ifPresent(text -> block(SqlCursor.of(text), depth - 1));
        } else if (sql.accept("EXECUTE") && depth > 0) {
            sql.string().filter(_ -> sql.atEnd()).ifPresent(text -> statement(SqlCursor.of(text), depth - 1));
        }
    }

    /** {@code DO [LANGUAGE name] 'body'}. */
    private static Optional<String> body(SqlCursor sql) {
        if (sql.accept("LANGUAGE")) {
            sql.advance();
        }
        return sql.string();
    }

    /** PL/pgSQL: statements end at semicolons, and begin there or behind one of these words. */
    private void block(SqlCursor body, int depth) {
        for (SqlCursor piece : body.pieces(';')) {
            boolean begins = true;
            while (!piece.atEnd()) {
                if (begins
                        && (piece.isAt("CREATE")
                                || piece.isAt("ALTER")
                                || piece.isAt("DROP")
                                || piece.isAt("EXECUTE"))) {
                    statement(piece, depth);
                    break;
                }
                begins = piece.acceptAny("BEGIN", "THEN", "ELSE", "LOOP");
                if (!begins) {
                    piece.skip();
                }
            }
        }
    }
}
