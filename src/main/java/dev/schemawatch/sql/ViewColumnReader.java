package dev.schemawatch.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how the columns of a view are called, as far as its text names them. */
final class ViewColumnReader {
    private ViewColumnReader() {}

    /** From behind the name of the view on: those of its list, else those of its query. */
    static List<String> read(SqlCursor sql) {
        List<String> listed = sql.listInParentheses().stream()
                .flatMap(column -> column.identifier().stream())
                .toList();
        if (!listed.isEmpty() || !sql.skipTo("AS")) {
            return listed;
        }
        sql.advance();
        if (!sql.accept("SELECT") || sql.isAt("DISTINCT")) {
            return List.of();
        }
        int start = sql.mark();
        sql.skipTo("FROM", "WHERE", "GROUP", "UNION", "EXCEPT", "INTERSECT", "ORDER", "LIMIT", "WINDOW", "WITH");
        return sql.part(start, sql.mark()).pieces(',').stream()
                .flatMap(ViewColumnReader::name)
                .toList();
    }

    /** A column that is passed on keeps its name; an expression has the one behind its last AS. */
    private static Stream<String> name(SqlCursor output) {
        Optional<String> column = output.copy().name().map(SqlName::name);
        SqlCursor rest = output.copy();
        rest.name();
        if (rest.atEnd()) {
            return column.stream();
        }
        if (!output.skipTo("AS")) {
            return Stream.empty();
        }
        output.advance();
        return output.identifier().filter(_ -> output.atEnd()).stream();
    }
}
