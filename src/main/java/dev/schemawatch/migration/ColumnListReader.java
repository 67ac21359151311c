package dev.schemawatch.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the columns of a key. */
final class ColumnListReader {
    private ColumnListReader() {}

    /** The columns in the parentheses that come next; none when there is an expression among them. */
    static List<String> read(SqlCursor sql) {
        List<String> columns = new ArrayList<>();
        for (SqlCursor key : sql.listInParentheses()) {
            Optional<String> column = key.identifier();
            if (column.isEmpty() || key.isAt('(') || key.isAt('.')) {
                return List.of();
            }
            columns.add(column.get());
        }
        return columns;
    }
}
