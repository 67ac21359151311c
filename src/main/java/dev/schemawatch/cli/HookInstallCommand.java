package dev.schemawatch.cli;

import dev.schemawatch.config.OnError;
import dev.schemawatch.git.HooksPath;
import dev.schemawatch.hook.HookCall;
import dev.schemawatch.hook.HookManager;
import dev.schemawatch.hook.HookPlace;
import dev.schemawatch.report.Printable;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.Setup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schemawatch hook install}: has every commit checked from now on. */
@Command(
        name = "install",
        sortOptions = false,
        description = "Have git, Husky, Lefthook or pre-commit check each commit; keeps the hooks that are there.")
final class HookInstallCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Option(
            names = "--with",
            paramLabel = "WHAT",
            description = "git, husky, lefthook or pre-commit; else what the repository uses.")
    private @Nullable HookManager manager;

    HookInstallCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Setup setup = options.setup(surroundings);
        HookTarget target = HookTarget.of(options, surroundings);
        return HookTarget.touching(() -> install(setup, target)).code();
    }

    private ExitStatus install(Setup setup, HookTarget target) throws IOException {
        HookManager chosen = manager == null ? target.site().manager() : manager;
        if (chosen == HookManager.GIT) {
            target.site().hooksPath().filter(path -> !path.ofThisRepository()).ifPresent(HookInstallCommand::refuse);
        }
        HookPlace place = target.site().place(chosen);
        HookCall call = call(setup, target, chosen);
        boolean changed = place.install(call);
        say((changed ? "Installed in " : "Installed already in ") + target.display(place) + ", for "
                + HookTarget.name(chosen) + ": each commit is checked by what is staged."
                + (target.site().isShared(chosen) ? " Commit the file, so that everybody has it." : ""));
        place.obstacles().forEach(this::say);
        for (Map.Entry<HookManager, HookPlace> other : target.site().places().entrySet()) {
            if (!other.getValue().file().equals(place.file())
                    && other.getValue().uninstall(call.folder())) {
                say("Taken out of " + target.display(other.getValue()) + ".");
            }
        }
        surroundings.out().flush();
        return ExitStatus.CLEAN;
    }

    private HookCall call(Setup setup, HookTarget target, HookManager chosen) throws IOException {
        return new HookCall(
                target.site().isShared(chosen) ? List.of() : surroundings.program(),
                target.site().relative(setup.root()),
                handedOn(setup),
                setup.config().hook().onError() == OnError.BLOCK);
    }

    /** What the command line says, with paths that hold where the hook works. */
    private List<String> handedOn(Setup setup) {
        Overrides given = options.overrides();
        List<String> words = new ArrayList<>();
        given.config().flatMap(_ -> setup.configFile()).ifPresent(file -> {
            words.add("--config");
            words.add(setup.root().relativize(file).toString().replace('\\', '/'));
        });
        given.schema().flatMap(_ -> setup.schema()).ifPresent(path -> words.addAll(List.of("--schema", path)));
        given.migrations()
                .flatMap(_ -> setup.migrations())
                .ifPresent(path -> words.addAll(List.of("--migrations", path)));
        return words;
    }

    private static void refuse(HooksPath path) {
        throw new CommandFailure(
                ExitStatus.REFUSED,
                "core.hooksPath is " + path.folder()
                        + " for all your repositories, and each of them would get the hook. Give"
                        + " this one a folder of its own (git config --local core.hooksPath .githooks), or call"
                        + " schemawatch hook run from the hook there.");
    }

    private void say(String line) {
        surroundings.out().println(Printable.of(line));
    }
}
