package dev.schemawatch.cli;

import dev.schemawatch.setup.Setup;
import java.util.concurrent.Callable;
import java.util.function.ToIntBiFunction;
import picocli.CommandLine.Command;

/** {@code schemawatch watch}: the daemon. */
@Command(name = "watch", sortOptions = false, description = "Watch files and databases until stopped; serve metrics.")
final class WatchCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;
    private final ToIntBiFunction<Setup, Launch> daemon;

    WatchCommand(GlobalOptions options, Surroundings surroundings, ToIntBiFunction<Setup, Launch> daemon) {
        this.options = options;
        this.surroundings = surroundings;
        this.daemon = daemon;
    }

    /** Whatever is wrong with the configuration is said before anything is booted. */
    @Override
    public Integer call() {
        Setup setup = options.setup(surroundings);
        return daemon.applyAsInt(setup, options.launch(surroundings));
    }
}
