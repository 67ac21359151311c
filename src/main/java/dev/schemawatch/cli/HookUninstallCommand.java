package dev.schemawatch.cli;

import dev.schemawatch.hook.HookCall;
import dev.schemawatch.hook.HookPlace;
import java.io.IOException;
import java.util.Optional;
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
        HookTarget target = HookTarget.of(options, surroundings);
        return HookTarget.touching(() -> uninstall(target)).code();
    }

    private ExitStatus uninstall(HookTarget target) throws IOException {
        String folder = target.folder();
        boolean found = false;
        for (HookPlace place : target.site().places().values()) {
            Optional<HookCall> call = place.covering(folder);
            if (call.isPresent() && place.uninstall(call.get().folder())) {
                found = true;
                surroundings
                        .out()
                        .println("Taken out of " + target.display(place)
                                + (place.calls().isEmpty()
                                        ? ", which is as it was before."
                                        : "; other folders are still checked there."));
            }
        }
        if (!found) {
            surroundings
                    .out()
                    .println(target.others()
                            .map(others -> "The hook is for " + others
                                    + " alone: say which with schemawatch --directory DIR hook uninstall.")
                            .orElse("No hook of Schemawatch is installed: nothing to do."));
        }
        surroundings.out().flush();
        return ExitStatus.CLEAN;
    }
}
