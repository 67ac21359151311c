package dev.schemawatch.prisma;

import dev.schemawatch.schema.QualifiedName;

/** Quotes for PostgreSQL. */
final class Sql {
    private Sql() {}

    /** A string constant; backslashes are plain characters in it (standard_conforming_strings). */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String identifier(QualifiedName name) {
        return identifier(name.schema()) + "." + identifier(name.name());
    }
}
