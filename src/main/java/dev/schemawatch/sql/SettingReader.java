package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.Other;
import dev.schemawatch.sql.Command.SetVariable;

/** Reads what stands behind SET. */
final class SettingReader {
    private SettingReader() {}

    static Command read(SqlCursor sql) {
        boolean local = sql.accept("LOCAL");
        sql.accept("SESSION");
        if (sql.isAt("CONSTRAINTS") || sql.isAt("TRANSACTION") || sql.isAt("ROLE") || sql.isAt("CHARACTERISTICS")) {
            return new Other("SET");
        }
        return sql.name()
                .<Command>map(name -> new SetVariable(
                        name.schema().map(space -> space + ".").orElse("") + name.name(), local, isZero(sql)))
                .orElse(new Other("SET"));
    }

    /** {@code = 0}, {@code TO '0ms'}. */
    private static boolean isZero(SqlCursor sql) {
        if (!sql.accept('=')) {
            sql.accept("TO");
        }
        String value = sql.string().orElseGet(sql::rest).strip();
        boolean digits = false;
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character >= '1' && character <= '9') {
                return false;
            }
            digits |= character == '0';
        }
        return digits;
    }
}
