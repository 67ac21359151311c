package dev.schemawatch.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the reports of a run go, and in which form.
 *
 * @param out the form on standard output
 * @param files the form of each file, by absolute path, in the order of the command line
 */
record Outputs(Format out, Map<Path, Format> files) {
    private static final String STANDARD_OUTPUT = "-";

    Outputs {
        Objects.requireNonNull(out);
        Objects.requireNonNull(files);
    }

    /**
     * What the command line asks for.
     *
     * @param format the value of {@code --format}
     * @param outputs the values of {@code --output}: {@code FORMAT=FILE}, or {@code FORMAT=-} for standard output
     * @param directory what files are relative to
     * @throws CommandFailure when it asks for what cannot be
     */
    static Outputs of(@Nullable Format format, List<String> outputs, Path directory) {
        Optional<Format> out = Optional.ofNullable(format);
        Map<Path, Format> files = new LinkedHashMap<>();
        for (String output : outputs) {
            int equals = output.indexOf('=');
            String name = output.substring(0, Math.max(0, equals));
            String target = output.substring(equals + 1);
            if (equals < 0 || target.isEmpty()) {
                throw usage(output + " is not of the form FORMAT=FILE, for example sarif=schemawatch.sarif.");
            }
            Format form = Format.named(name)
                    .orElseThrow(() -> usage("there is no format " + name + ". There are: "
                            + String.join(
                                    ", ",
                                    List.of(Format.values()).stream()
                                            .map(Format::toString)
                                            .toList())
                            + "."));
            if (!target.equals(STANDARD_OUTPUT)) {
                if (files.put(path(directory, target), form) != null) {
                    throw usage(target + " is named twice. Give each report a file of its own.");
                }
            } else if (out.isPresent()) {
                throw usage("standard output takes one report, and " + out.get() + " and " + form
                        + " are asked for. Send one of them to a file.");
            } else {
                out = Optional.of(form);
            }
        }
        return new Outputs(out.orElse(Format.AUTO), files);
    }

    private static Path path(Path directory, String target) {
        try {
            return directory.resolve(target).toAbsolutePath().normalize();
        } catch (InvalidPathException _) {
            throw usage(target + " cannot be the name of a file.");
        }
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitStatus.USAGE, "--output: " + message);
    }
}
