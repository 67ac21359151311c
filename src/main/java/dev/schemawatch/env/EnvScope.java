package dev.schemawatch.env;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whose environment is judged. */
public sealed interface EnvScope {

    /**
     * The files of a repository, in each way in which they may be read together.
     *
     * @param processNames names that the process has a value for: what is set there need not be in a file
     */
    record Repository(SortedSet<String> processNames) implements EnvScope {
        public Repository {
            processNames = Collections.unmodifiableSortedSet(new TreeSet<>((Set<String>) processNames));
        }
    }

    /**
     * What one application sees that is started here and now.
     *
     * @param paths of the files that it reads, the strongest first
     * @param forDevelopment whether it is said to be for development or tests
     * @param process what it is given by its process, which is stronger than every file
     */
    record Application(List<String> paths, boolean forDevelopment, EnvFile process) implements EnvScope {
        public Application {
            paths = List.copyOf(paths);
            Objects.requireNonNull(process);
        }
    }
}
