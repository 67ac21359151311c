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
                .<Command>map(name ->
                        new SetVariable(name.schema().map(space -> space + ".").orElse("") + name.name(), local))
                .orElse(new Other("SET"));
    }
}
