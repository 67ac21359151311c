package dev.schemawatch.cli;

import dev.schemawatch.dryrun.DryRunRequest;
import dev.schemawatch.env.Secret;
import dev.schemawatch.scratch.ScratchException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where migrations are tried, and for how long. */
final class ScratchOptions {
    @Option(names = "--shadow-url", paramLabel = "URL", description = "An empty database; else SHADOW_DATABASE_URL.")
    private @Nullable String shadowUrl;

    @Option(names = "--server-url", paramLabel = "URL", description = "A server on which one may be made for the run.")
    private @Nullable String serverUrl;

    @Option(names = "--download-postgres", description = "Fetch its programs where this machine has none.")
    private boolean download;

    @Option(names = "--trust-migrations", description = "Give them all rights of the role in the URL.")
    private boolean trusted;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "What one migration may take (default: 60).")
    private int timeout;

    /**
     * What is asked of a dry run there.
     *
     * @throws CommandFailure when the time is none
     */
    DryRunRequest request(boolean pending, boolean trace) {
        if (timeout < 1) {
            throw new CommandFailure(
                    ExitStatus.USAGE, "--timeout: " + timeout + " is not a number of seconds from 1 on.");
        }
        return new DryRunRequest(
                Optional.ofNullable(shadowUrl).map(Secret::new),
                Optional.ofNullable(serverUrl).map(Secret::new),
                download,
                pending,
                trace,
                trusted,
                Duration.ofSeconds(timeout));
    }

    /** The status of a command that could not have its scratch database. */
    static ExitStatus status(ScratchException.Kind kind) {
        return switch (kind) {
            case REFUSED -> ExitStatus.REFUSED;
            case CONFIGURATION -> ExitStatus.CONFIGURATION;
            case FAILED -> ExitStatus.FAILED;
        };
    }
}
