package dev.schemawatch.workspace;

import java.util.Locale;

/** In which order Prisma's migrations and the scripts that people write beside them are taken for one history. */
public enum ScriptOrder {
    /**
     * Prisma's, then people's: these are applied to the tables that Prisma has made. A script whose name begins with a moment
     * has its place by that.
     */
    PRISMA_FIRST,
    /** People's, then Prisma's. */
    SCRIPTS_FIRST,
    /** All of them by their names as text. */
    BY_NAME;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
