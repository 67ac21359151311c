package dev.schemawatch.sql;

import dev.schemawatch.schema.TypeSynonyms;
import dev.schemawatch.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the name of a type, which may be several words: {@code timestamp(3) with time zone}. */
final class TypeReader {
    private TypeReader() {}

    /** Moves behind the type; where none comes its name is empty. */
    static SqlType read(SqlCursor sql) {
        sql.accept("SETOF");
        SqlToken first = sql.peek();
        boolean quoted = first != null && first.kind() == Kind.QUOTED_IDENTIFIER;
        SqlName written = sql.name().orElse(new SqlName(Optional.empty(), ""));
        List<Integer> modifiers = new ArrayList<>();
        String name = written.name();
        if (!quoted && written.schema().isEmpty()) {
            if (name.equals("double") && sql.accept("PRECISION")) {
                name = "double precision";
            } else if (name.equals("national")) {
                sql.acceptAny("CHARACTER", "CHAR");
                name = "character";
            }
            if ((name.equals("character") || name.equals("char") || name.equals("nchar") || name.equals("bit"))
                    && sql.accept("VARYING")) {
                name = name.equals("bit") ? "bit varying" : "character varying";
            }
        }
        modifiers.addAll(numbers(sql));
        if (!quoted && (name.equals("timestamp") || name.equals("time"))) {
            if (sql.accept("WITH", "TIME", "ZONE")) {
                name += " with time zone";
            } else {
                sql.accept("WITHOUT", "TIME", "ZONE");
            }
        }
        boolean ofPostgres = written.schema().isEmpty() || written.schema().equals(Optional.of("pg_catalog"));
        return new SqlType(
                ofPostgres ? Optional.empty() : written.schema(),
                quoted || !ofPostgres ? name : TypeSynonyms.canonical(name),
                modifiers,
                array(sql));
    }

    private static List<Integer> numbers(SqlCursor sql) {
        List<Integer> numbers = new ArrayList<>();
        for (SqlCursor modifier : sql.listInParentheses()) {
            SqlToken token = modifier.peek();
            if (token != null && token.kind() == Kind.NUMBER && token.text().length() < 9) {
                token.text()
                        .chars()
                        .filter(digit -> digit < '0' || digit > '9')
                        .findAny()
                        .ifPresentOrElse(_ -> {}, () -> numbers.add(Integer.parseInt(token.text())));
            }
        }
        return numbers;
    }

    private static boolean array(SqlCursor sql) {
        boolean array = sql.accept("ARRAY");
        while (sql.accept('[')) {
            array = true;
            while (!sql.atEnd() && !sql.accept(']')) {
                sql.advance();
            }
        }
        return array;
    }
}
