package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.Delete;
import dev.schemawatch.sql.Command.Insert;
import dev.schemawatch.sql.Command.Invalid;
import dev.schemawatch.sql.Command.Truncate;
import dev.schemawatch.sql.Command.Update;
import java.util.ArrayList;
import java.util.List;

/** Reads the statements that write rows. */
final class RowsReader {
    private final SqlCursor sql;

    RowsReader(SqlCursor sql) {
        this.sql = sql;
    }

    Command read(String verb) {
        return switch (verb) {
            case "INSERT" -> insert();
            case "UPDATE" -> update();
            case "DELETE" -> delete();
            default -> truncate();
        };
    }

    private Command insert() {
        sql.accept("INTO");
        return sql.name()
                .<Command>map(table -> {
                    if (sql.accept("AS")) {
                        sql.advance();
                    }
                    List<String> columns = named(sql.listInParentheses());
                    boolean fromQuery = sql.isAt("SELECT") || sql.isAt("WITH") || sql.isAt("TABLE") || sql.isAt('(');
                    boolean tolerant = sql.holds("ON", "CONFLICT") || sql.holds("WHERE");
                    return new Insert(table, columns, fromQuery, tolerant);
                })
                .orElseGet(() -> unnamed("INSERT INTO"));
    }

    private Command update() {
        sql.accept("ONLY");
        return sql.name()
                .<Command>map(table -> {
                    sql.skipTo("SET");
                    sql.advance();
                    int start = sql.mark();
                    sql.skipTo("FROM", "WHERE", "RETURNING");
                    List<String> columns = columns(sql.part(start, sql.mark()));
                    return new Update(table, columns, hasCondition());
                })
                .orElseGet(() -> unnamed("UPDATE"));
    }

    /** The columns among these, which may be a query instead; a part of a column (a field, an element of an array) may stand beside another part. */
    private static List<String> named(List<SqlCursor> targets) {
        if (targets.isEmpty()
                || targets.getFirst().isAt("SELECT")
                || targets.getFirst().isAt("WITH")) {
            return List.of();
        }
        return targets.stream()
                .flatMap(target -> target.identifier().filter(_ -> target.atEnd()).stream())
                .toList();
    }

    /** Whether a WHERE leaves rows out, as far as one sees: {@code WHERE true} and {@code WHERE 1 = 1} leave none. */
    private boolean hasCondition() {
        SqlCursor clause = sql.copy();
        if (!clause.skipTo("WHERE")) {
            return false;
        }
        clause.advance();
        int start = clause.mark();
        clause.skipTo("RETURNING");
        String condition = clause.textSince(start).replaceAll("[\\s()]", "");
        return !condition.equalsIgnoreCase("true") && !condition.equals("1=1");
    }

    private static List<String> columns(SqlCursor assignments) {
        List<String> columns = new ArrayList<>();
        for (SqlCursor assignment : assignments.pieces(',')) {
            if (assignment.isAt('(')) {
                assignment
                        .listInParentheses()
                        .forEach(target -> target.identifier().ifPresent(columns::add));
            } else {
                // A part of a column (a field, an element of an array) may be set beside another part.
                assignment.identifier().filter(_ -> assignment.isAt('=')).ifPresent(columns::add);
            }
        }
        return columns;
    }

    private Command delete() {
        sql.accept("FROM");
        sql.accept("ONLY");
        return sql.name()
                .<Command>map(table -> new Delete(table, hasCondition()))
                .orElseGet(() -> unnamed("DELETE FROM"));
    }

    private Command truncate() {
        sql.accept("TABLE");
        boolean cascade = sql.holds("CASCADE");
        List<SqlName> tables = sql.pieces(',').stream()
                .flatMap(piece -> {
                    piece.accept("ONLY");
                    return piece.name().stream();
                })
                .toList();
        return tables.isEmpty() ? unnamed("TRUNCATE") : new Truncate(tables, cascade);
    }

    private static Invalid unnamed(String words) {
        return new Invalid("no table is named behind " + words, "name the table");
    }
}
