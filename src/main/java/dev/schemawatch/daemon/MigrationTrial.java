package dev.schemawatch.daemon;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.Objects;

/** Tries the migrations of a repository on an empty database. */
@FunctionalInterface
public interface MigrationTrial {

    /**
     * Tries them, on this thread.
     *
     * @param listener is asked before each migration, and may end the trial by an exception, which comes out of this
     */
    Tried of(Workspace workspace, ReplayListener listener);

    /**
     * What a trial came to.
     *
     * @param findings about migrations
     * @param words a clause for people: "tried 12 migrations"
     */
    record Tried(List<Finding> findings, String words) {
        public Tried {
            findings = List.copyOf(findings);
            Objects.requireNonNull(words);
        }
    }
}
