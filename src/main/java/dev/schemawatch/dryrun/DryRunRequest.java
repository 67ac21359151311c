package dev.schemawatch.dryrun;

import dev.schemawatch.env.Secret;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What is asked of a dry run.
 *
 * @param shadowUrl an empty database to use
 * @param serverUrl a database of a server on which one may be made
 * @param download whether PostgreSQL's programs may be downloaded where this machine has none
 * @param pending whether to apply what is pending in the live database, on top of a copy of its state; else the whole
 *     folder, from nothing
 * @param trace whether to look at what the pending migrations, or the last one, do to a running system
 * @param trusted whether migrations have all rights of the role in the URL, also those of a superuser
 * @param patience how long one migration may take
 */
public record DryRunRequest(
        Optional<Secret> shadowUrl,
        Optional<Secret> serverUrl,
        boolean download,
        boolean pending,
        boolean trace,
        boolean trusted,
        Duration patience) {
    public DryRunRequest {
        Objects.requireNonNull(shadowUrl);
        Objects.requireNonNull(serverUrl);
        Objects.requireNonNull(patience);
    }
}
