package dev.schemawatch.cli;

import dev.schemawatch.hook.HookCall;
import dev.schemawatch.hook.HookManager;
import dev.schemawatch.hook.HookPlace;
import dev.schemawatch.report.Printable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code schemawatch hook status}: whether commits are checked. Ends with 2 when they are not. */
@Command(
        name = "status",
        sortOptions = false,
        description = "Say whether commits are checked, and by which hook; status 2 if not.")
final class HookStatusCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    HookStatusCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        HookTarget target = HookTarget.of(options, surroundings);
        return HookTarget.touching(() -> status(target)).code();
    }

    private ExitStatus status(HookTarget target) throws IOException {
        String folder = target.folder();
        boolean runs = false;
        boolean installed = false;
        for (Map.Entry<HookManager, HookPlace> entry : target.site().places().entrySet()) {
            HookPlace place = entry.getValue();
            Optional<HookCall> call = place.covering(folder);
            if (call.isPresent()) {
                installed = true;
                List<String> obstacles = place.obstacles();
                runs |= obstacles.isEmpty();
                surroundings
                        .out()
                        .println("Installed in " + target.display(place) + ", for " + HookTarget.name(entry.getKey())
                                + (call.get().folder().isEmpty()
                                        ? "."
                                        : "; it checks "
                                                + Printable.of(call.get().folder()) + "."));
                obstacles.forEach(obstacle -> surroundings.out().println(Printable.of(obstacle)));
            }
        }
        if (!installed) {
            surroundings
                    .out()
                    .println("Commits are not checked: "
                            + target.others()
                                    .map(others -> "the hook that is installed is for " + others + " alone. ")
                                    .orElse("no hook is installed. ")
                            + "schemawatch hook install would put one for "
                            + HookTarget.name(target.site().manager()) + ".");
        }
        surroundings.out().flush();
        return runs ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }
}
