package dev.schemawatch.prisma;

import java.util.List;

/**
 * The names of constraints, indexes and sequences that the schema's author leaves open. Prisma 6.19 cuts the base so that base
 * and suffix fit into PostgreSQL's 63 bytes, where PostgreSQL itself would cut off the end, suffix and all.
 */
public final class ConstraintNames {
    private static final int MOST_BYTES = 63;

    private ConstraintNames() {}

    /** The name of a primary key. */
    public static String primaryKey(String table) {
        return withSuffix(table, "_pkey");
    }

    /** The name of a unique index. */
    public static String unique(String table, List<String> columns) {
        return withSuffix(joined(table, columns), "_key");
    }

    /** The name of an index that is not unique. */
    public static String index(String table, List<String> columns) {
        return withSuffix(joined(table, columns), "_idx");
    }

    /** The name of a foreign key. */
    public static String foreignKey(String table, List<String> columns) {
        return withSuffix(joined(table, columns), "_fkey");
    }

    /** The base, cut where it has to be, and the whole suffix. */
    static String withSuffix(String base, String suffix) {
        return cut(base, MOST_BYTES - utf8Length(suffix)) + suffix;
    }

    /** An identifier as PostgreSQL stores it. */
    static String identifier(String name) {
        return cut(name, MOST_BYTES);
    }

    /**
     * The sequence behind a SERIAL column: PostgreSQL shortens the longer one of table and column until both fit with
     * {@code _seq} (makeObjectName in indexcmds.c).
     */
    static String sequence(String table, String column) {
        int available = MOST_BYTES - 1 - utf8Length("_seq");
        int tableBytes = utf8Length(table);
        int columnBytes = utf8Length(column);
        while (tableBytes + columnBytes > available) {
            if (tableBytes > columnBytes) {
                tableBytes--;
            } else {
                columnBytes--;
            }
        }
        return cut(table, tableBytes) + "_" + cut(column, columnBytes) + "_seq";
    }

    private static String joined(String table, List<String> columns) {
        return table + "_" + String.join("_", columns);
    }

    private static String cut(String name, int bytes) {
        int used = 0;
        int offset = 0;
        while (offset < name.length()) {
            int codePoint = name.codePointAt(offset);
            used += utf8Length(codePoint);
            if (used > bytes) {
                return name.substring(0, offset);
            }
            offset += Character.charCount(codePoint);
        }
        return name;
    }

    /** How many bytes a name takes in UTF-8. */
    public static int utf8Length(String text) {
        int bytes = 0;
        for (int offset = 0; offset < text.length(); offset = text.offsetByCodePoints(offset, 1)) {
            bytes += utf8Length(text.codePointAt(offset));
        }
        return bytes;
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
