package dev.schemawatch.cli;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.finding.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a shell offers as the value of an argument, beside what its type says. Put into the program only when its completion is
 * printed, so that no other command pays for it.
 */
final class OfferedValues {
    private final Map<String, List<String>> byLabel = Map.of(
            "RULE",
            RulesInForce.catalog(Checks.standard()).rules().stream()
                    .map(Rule::id)
                    .sorted()
                    .toList(),
            "FORMAT=FILE",
            Arrays.stream(Format.values())
                    .filter(format -> format != Format.AUTO && format != Format.GITHUB)
                    .map(format -> format + "=" + format.usualFile())
                    .toList(),
            "NAME|FILE",
            List.of("development", "test", "production"));

    /** Adds them to a command and to all below it. */
    void addTo(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            if (!option.inherited() && isOffered(option)) {
                command.remove(option);
                command.addOption(OptionSpec.builder(option)
                        .completionCandidates(values(option))
                        .build());
            }
        }
        for (PositionalParamSpec positional : List.copyOf(command.positionalParameters())) {
            if (isOffered(positional)) {
                command.remove(positional);
                command.addPositional(PositionalParamSpec.builder(positional)
                        .completionCandidates(values(positional))
                        .build());
            }
        }
        command.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(this::addTo);
    }

    private boolean isOffered(ArgSpec argument) {
        return byLabel.containsKey(argument.paramLabel());
    }

    private List<String> values(ArgSpec argument) {
        return byLabel.getOrDefault(argument.paramLabel(), List.of());
    }
}
