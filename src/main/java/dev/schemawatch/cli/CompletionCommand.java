package dev.schemawatch.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code schemawatch completion}: the script by which a shell completes what is typed. */
@Command(
        name = "completion",
        sortOptions = false,
        description = "Print the script by which a shell completes commands and options.",
        footer = {
            "%nbash and zsh:  source <(schemawatch completion bash)   in ~/.bashrc or ~/.zshrc",
            "fish:          schemawatch completion fish | source      in config.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells that are known. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Surroundings surroundings;
    private final Supplier<CommandLine> whole;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    private @Nullable Shell shell;

    /** @param whole the program with all its commands */
    CompletionCommand(Surroundings surroundings, Supplier<CommandLine> whole) {
        this.surroundings = surroundings;
        this.whole = whole;
    }

    @Override
    public Integer call() {
        CommandSpec program = whole.get().getCommandSpec();
        new OfferedValues().addTo(program);
        surroundings
                .out()
                .print(
                        switch (Objects.requireNonNull(shell)) {
                            case BASH, ZSH -> BashCompletion.script(program);
                            case FISH -> FishCompletion.script(program);
                        });
        surroundings.out().flush();
        return ExitStatus.CLEAN.code();
    }
}
