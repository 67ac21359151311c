package dev.schemawatch.config;

import java.util.List;

/** What reading the configuration came to. */
public sealed interface ConfigResult {

    /**
     * All of it can be used.
     *
     * @param listing the same by key, with where each value comes from
     */
    record Valid(AppConfig config, ConfigListing listing) implements ConfigResult {}

    /**
     * Some of it cannot.
     *
     * @param problems every one that was found, in file order, then those of the environment; never empty
     */
    record Invalid(List<ConfigProblem> problems) implements ConfigResult {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
