package dev.schemawatch.checks.safety;

import dev.schemawatch.sql.SqlName;
import java.util.Locale;

/** The modes of locks that keep somebody waiting (PostgreSQL manual, table 13.2). */
enum Lock {
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /** The mode as PostgreSQL writes it, the table, and who waits; a clause that stands behind a verb. */
    String on(SqlName table) {
        return mode() + " on " + table.sql() + " (" + blocks() + ")";
    }

    /** The same for the table of an index, which its statement does not name. */
    String onItsTable() {
        return mode() + " on its table (" + blocks() + ")";
    }

    private String mode() {
        return name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private String blocks() {
        return switch (this) {
            case SHARE, SHARE_ROW_EXCLUSIVE -> "writes wait, reads go on";
            case ACCESS_EXCLUSIVE -> "reads and writes wait";
        };
    }
}
