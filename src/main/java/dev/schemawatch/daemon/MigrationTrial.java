package dev.schemawatch.daemon;

import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.workspace.Workspace;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * @param outcomes what the migrations of each project come to, compared with the schema, under a name that says so; without those
     *     that could not be compared
     * @param words a clause for people: "tried 12 migrations"
     */
    record Tried(List<Finding> findings, SortedMap<String, Compared> outcomes, String words) {
        public Tried {
            findings = List.copyOf(findings);
            outcomes = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Compared>) outcomes));
            Objects.requireNonNull(words);
        }
    }
}
