package dev.schemawatch.migration;

import java.util.List;
import java.util.Optional;

/**
 * What dry runs have seen of histories. It is asked only where somebody wants to know, and looks then; equal to another as long
 * as nothing was seen between the two.
 */
@FunctionalInterface
public interface Observations {
    /** Of nobody who has ever tried a migration. */
    Observations NONE = (_, _, _) -> Optional.empty();

    /**
     * What was seen of the longest beginning of these migrations that was ever tried, equal in every byte.
     *
     * @param namespace the PostgreSQL schema that scripts mean when they name none
     * @param splits whether a script that cannot run in one transaction is sent statement by statement
     */
    Optional<Observed> of(String namespace, boolean splits, List<Migration> migrations);
}
