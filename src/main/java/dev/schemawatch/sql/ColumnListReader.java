package dev.schemawatch.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the columns of a key. */
final class ColumnListReader {
    private ColumnListReader() {}

    /** The columns of a foreign key, the last of which may be {@code PERIOD column} (PostgreSQL 18). */
    static List<String> ofForeignKey(List<SqlCursor> keys) {
        for (SqlCursor key : keys) {
            SqlCursor behind = key.copy();
            if (behind.accept("PERIOD") && !behind.atEnd()) {
                key.accept("PERIOD");
            }
        }
        return read(keys);
    }

    /** The columns that these keys name; none when there is an expression among them. */
    static List<String> read(List<SqlCursor> keys) {
        List<String> columns = new ArrayList<>();
        for (SqlCursor key : keys) {
            Optional<String> column = key.identifier();
            if (column.isEmpty() || key.isAt('(') || key.isAt('.')) {
                return List.of();
            }
            columns.add(column.get());
        }
        return columns;
    }
}
