package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.RepositoryEnvironment;

/** A check of the environment files of a repository together. */
interface EnvironmentCheck extends Check<RepositoryEnvironment> {
    @Override
    default Fact<RepositoryEnvironment> reads() {
        return Fact.ENVIRONMENT;
    }
}
