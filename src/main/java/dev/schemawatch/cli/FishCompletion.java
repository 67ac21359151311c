package dev.schemawatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion for fish (fishshell.com, "complete"), of which picocli knows nothing: a line for each thing that can be typed. */
final class FishCompletion {
    private final CommandSpec program;
    private final List<String> lines = new ArrayList<>();

    private FishCompletion(CommandSpec program) {
        this.program = program;
    }

    /** The script for a program with all its commands. */
    static String script(CommandSpec program) {
        FishCompletion completion = new FishCompletion(program);
        completion.line("", "-f");
        completion.command(program, List.of());
        return String.join("\n", completion.lines) + "\n";
    }

    /** @param path the names that lead to the command; empty for the program itself */
    private void command(CommandSpec command, List<String> path) {
        String here = condition(command, path);
        command.subcommands()
                .forEach((name, child) -> line(
                        here,
                        "-a " + name + " -d "
                                + quoted(description(
                                        child.getCommandSpec().usageMessage().description()))));
        for (PositionalParamSpec positional : command.positionalParameters()) {
            String values = values(positional.completionCandidates());
            if (!values.isEmpty()) {
                line(here, "-a " + quoted(values) + " -d " + quoted(description(positional.description())));
            }
        }
        for (OptionSpec option : command.options()) {
            if (!option.inherited()) {
                option(option, inherits(option) ? "" : here);
            }
        }
        for (Map.Entry<String, CommandLine> child : command.subcommands().entrySet()) {
            command(
                    child.getValue().getCommandSpec(),
                    Stream.concat(path.stream(), Stream.of(child.getKey())).toList());
        }
    }

    private void option(OptionSpec option, String here) {
        String values = values(option.completionCandidates());
        String value = "";
        if (option.arity().max() > 0) {
            value = BashCompletion.FILES.contains(option.paramLabel())
                    ? " -r -F"
                    : values.isEmpty() ? " -x" : " -x -a " + quoted(values);
        }
        Set<String> names = new TreeSet<>(List.of(option.names()));
        program.negatedOptionsMap().forEach((name, negated) -> {
            if (negated.equals(option)) {
                names.add(name);
            }
        });
        String spelled = names.stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        line(here, spelled + value + " -d " + quoted(description(option.description())));
    }

    private static boolean inherits(OptionSpec option) {
        return option.scopeType() == CommandLine.ScopeType.INHERIT;
    }

    /** When it is this command's turn: its name was typed, and none of a command below it. */
    private static String condition(CommandSpec command, List<String> path) {
        String below = String.join(" ", command.subcommands().keySet());
        String seen =
                path.stream().map(name -> "__fish_seen_subcommand_from " + name).collect(Collectors.joining("; and "));
        String notSeen = below.isEmpty() ? "" : "not __fish_seen_subcommand_from " + below;
        return Stream.of(seen, notSeen).filter(part -> !part.isEmpty()).collect(Collectors.joining("; and "));
    }

    private void line(String condition, String rest) {
        lines.add(
                "complete -c " + program.name() + (condition.isEmpty() ? "" : " -n " + quoted(condition)) + " " + rest);
    }

    private static String values(@Nullable Iterable<String> candidates) {
        List<String> values = new ArrayList<>();
        Objects.requireNonNullElse(candidates, List.<String>of()).forEach(values::add);
        return String.join(" ", values);
    }

    private static String description(String... text) {
        return String.join(" ", text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
