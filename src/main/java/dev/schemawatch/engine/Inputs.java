package dev.schemawatch.engine;

import dev.schemawatch.workspace.Workspace;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that an evaluation reads.
 *
 * @param databases the databases that are watched, by configured name
 */
public record Inputs(Workspace workspace, SortedMap<String, WatchedDatabase> databases) {
    public Inputs {
        Objects.requireNonNull(workspace);
        databases = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, WatchedDatabase>) databases));
    }

    /** A workspace, and no database to compare it with. */
    public static Inputs of(Workspace workspace) {
        return new Inputs(workspace, new TreeMap<>());
    }
}
