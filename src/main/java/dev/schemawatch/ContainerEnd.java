package dev.schemawatch;

import dev.schemawatch.cli.CommandFailure;
import dev.schemawatch.cli.ExitStatus;
import dev.schemawatch.config.AppConfig;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** How the container ended, as Quarkus tells it. */
final class ContainerEnd implements BiConsumer<Integer, @Nullable Throwable> {
    /** Above this is the status of a process that a signal ended. */
    private static final int SIGNALS = 128;

    private final AppConfig.Http http;
    private final IntConsumer halt;
    private final AtomicReference<Optional<Throwable>> cause = new AtomicReference<>(Optional.empty());
    private final AtomicInteger code = new AtomicInteger();

    /**
     * @param http what the container was to listen on
     * @param halt ends the process with a status, at once
     */
    ContainerEnd(AppConfig.Http http, IntConsumer halt) {
        this.http = http;
        this.halt = halt;
    }

    /**
     * Takes what Quarkus tells. In a native executable that is also a signal while the container starts, after which the process
     * would go on: nothing runs yet that could be finished, so it ends here.
     */
    @Override
    public void accept(Integer ended, @Nullable Throwable why) {
        if (why == null && ended > SIGNALS) {
            halt.accept(ended == ExitStatus.TERMINATED.code() ? ExitStatus.CLEAN.code() : ended);
        }
        cause.set(Optional.ofNullable(why));
        code.set(ended);
    }

    /**
     * The status to end with.
     *
     * @throws CommandFailure when the container could not listen
     * @throws IllegalStateException when it ended by any other fault
     */
    int status() {
        if (cause.get().isPresent()) {
            throw failure(cause.get().get());
        }
        return code.get();
    }

    private RuntimeException failure(Throwable why) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof BindException || each instanceof UnknownHostException) {
                return new CommandFailure(
                        ExitStatus.FAILED,
                        "Cannot listen on %s for metrics and health: another process has the port, or the address is"
                                        .formatted(http.authority(http.port()))
                                + " none of this machine's."
                                + " Set another with http.port or http.host in schemawatch.yaml, or with"
                                + " SCHEMAWATCH_HTTP_PORT or SCHEMAWATCH_HTTP_HOST; port 0 takes any free port.");
            }
        }
        return why instanceof RuntimeException itself ? itself : new IllegalStateException("the container ended", why);
    }
}
