package dev.schemawatch.plan;

import java.util.Locale;

/** What a statement can do to a system that runs (locks: PostgreSQL manual, table 13.2). A table made by the same plan is in no danger. */
public enum Hazard {
    ACCESS_EXCLUSIVE_LOCK("ACCESS EXCLUSIVE lock on the table: reads and writes wait"),
    SHARE_LOCK("SHARE lock on the table: writes wait, reads go on"),
    SHARE_ROW_EXCLUSIVE_LOCK("SHARE ROW EXCLUSIVE lock on both tables: writes wait, reads go on"),
    TABLE_SCAN("every row is read while the lock is held"),
    TABLE_REWRITE("the table and its indexes can be written anew while the lock is held"),
    INDEX_BUILD("an index is built while the lock is held"),
    INDEX_DROPPED("queries that use the index get slow"),
    DELETES_DATA("data is lost"),
    FAILS_ON_SOME_ROWS("fails when the table holds rows that do not fit"),
    VALUE_NOT_YET_USABLE(
            "the value cannot be used in the transaction that adds it: where a later statement does, commit before that one");

    private final String words;

    Hazard(String words) {
        this.words = words;
    }

    /** The hazard for people, as a clause. */
    public String words() {
        return words;
    }

    /** The hazard as one token, for JSON: {@code table_scan}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
