package dev.schemawatch.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The locks that PostgreSQL takes on a table, weakest first. PostgreSQL manual, 13.3.1: which excludes which. */
public enum LockMode {
    ACCESS_SHARE("AccessShareLock", ""),
    ROW_SHARE("RowShareLock", ""),
    ROW_EXCLUSIVE("RowExclusiveLock", ""),
    SHARE_UPDATE_EXCLUSIVE("ShareUpdateExclusiveLock", "other changes of the table, and VACUUM"),
    SHARE("ShareLock", "writes"),
    SHARE_ROW_EXCLUSIVE("ShareRowExclusiveLock", "writes"),
    EXCLUSIVE("ExclusiveLock", "writes"),
    ACCESS_EXCLUSIVE("AccessExclusiveLock", "reads and writes");

    private final String catalogName;
    private final String blocks;

    LockMode(String catalogName, String blocks) {
        this.catalogName = catalogName;
        this.blocks = blocks;
    }

    /** The mode that {@code pg_locks} calls so; empty for one that tables do not have. */
    public static Optional<LockMode> named(String catalogName) {
        return Arrays.stream(values())
                .filter(mode -> mode.catalogName.equals(catalogName))
                .findFirst();
    }

    /** What has to wait for it, in words; empty when no statement of an application has to. */
    public Optional<String> blocks() {
        return Optional.of(blocks).filter(words -> !words.isEmpty());
    }

    /** As SQL writes it. */
    public String words() {
        return name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }
}
