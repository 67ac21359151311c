package dev.schemawatch.cli;

import dev.schemawatch.hook.HookPlace;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code schemawatch hook uninstall}: puts back what was there before. */
@Command(
        name = "uninstall",
        sortOptions = false,
        description = "Take the check out of the hooks again, and put back what was there.")
final class HookUninstallCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    HookUninstallCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        HookTarget target = HookTarget.of(options.workingDirectory(surroundings));
        return HookTarget.touching(() -> uninstall(target)).code();
    }

    private ExitStatus uninstall(HookTarget target) throws IOException {
        boolean found = false;
        for (HookPlace place : target.site().places().values()) {
            if (place.uninstall()) {
                found = true;
                surroundings.out().println("Taken out of " + target.display(place) + ", which is as it was before.");
            }
        }
        if (!found) {
            surroundings.out().println("No hook of Schemawatch is installed: nothing to do.");
        }
        surroundings.out().flush();
        return ExitStatus.CLEAN;
    }
}
