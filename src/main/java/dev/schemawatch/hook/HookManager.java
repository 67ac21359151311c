package dev.schemawatch.hook;

import java.util.Locale;

/** What runs the hooks of a repository. */
public enum HookManager {
    GIT,
    HUSKY,
    LEFTHOOK,
    PRE_COMMIT;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
