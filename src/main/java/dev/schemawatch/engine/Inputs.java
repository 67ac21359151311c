package dev.schemawatch.engine;

import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.migration.Observations;
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
 * @param env what is known of environment variables beside what is in the files
 * @param observations what dry runs have seen of migrations
 */
public record Inputs(
        Workspace workspace, SortedMap<String, WatchedDatabase> databases, EnvInputs env, Observations observations) {
    public Inputs {
        Objects.requireNonNull(workspace);
        Objects.requireNonNull(env);
        Objects.requireNonNull(observations);
        databases = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, WatchedDatabase>) databases));
    }

    /** A workspace and databases, a process that sets no variable, and nobody who tried a migration. */
    public Inputs(Workspace workspace, SortedMap<String, WatchedDatabase> databases) {
        this(workspace, databases, EnvInputs.FILES_ONLY, Observations.NONE);
    }

    /** These inputs with other knowledge of environment variables. */
    public Inputs with(EnvInputs other) {
        return new Inputs(workspace, databases, other, observations);
    }

    /** These inputs with other knowledge of what migrations make. */
    public Inputs with(Observations other) {
        return new Inputs(workspace, databases, env, other);
    }

    /** A workspace, and no database to compare it with. */
    public static Inputs of(Workspace workspace) {
        return new Inputs(workspace, new TreeMap<>());
    }
}
