package dev.schemawatch.check;

import dev.schemawatch.schema.QualifiedName;
import java.util.Collection;
import java.util.Objects;

/**
 * What the scripts of migrations can define otherwise since a commit. A script that is gone brings nothing about, but what it
 * made may go with it, and what it dropped may come back: so it is where a pair of schema and migration is reverted.
 *
 * @param written by statements that scripts gained, or lost while the script stayed
 * @param undone by statements of scripts that are gone
 * @param restored by those of them that drop something
 */
public record ScriptReach(Reach written, Reach undone, Reach restored) {
    public ScriptReach {
        Objects.requireNonNull(written);
        Objects.requireNonNull(undone);
        Objects.requireNonNull(restored);
    }

    /**
     * Whether a table may be defined anew, or a column of it.
     *
     * @param wasThere whether the table or column was there at the commit
     * @param itsIndexes names of the indexes that the table has, or had
     */
    boolean reachesTable(boolean wasThere, QualifiedName table, Collection<String> itsIndexes) {
        return written.reachesTable(table, itsIndexes) || gone(wasThere).reachesTable(table, itsIndexes);
    }

    /** Whether a type may be defined anew. */
    boolean reachesType(boolean wasThere, QualifiedName type) {
        return written.reachesType(type) || gone(wasThere).reachesType(type);
    }

    /** Whether a schema or an extension may be defined anew. */
    boolean reachesSurroundings() {
        return written.reachesSurroundings() || undone.reachesSurroundings();
    }

    private Reach gone(boolean wasThere) {
        return wasThere ? undone : restored;
    }
}
