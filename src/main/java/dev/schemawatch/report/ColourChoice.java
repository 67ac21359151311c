package dev.schemawatch.report;

import java.util.Map;
import java.util.Optional;

/**
 * Decides whether to use colours: the command line, then {@code NO_COLOR}, then {@code FORCE_COLOR} and
 * {@code CLICOLOR_FORCE}, then {@code TERM=dumb}, then whether there is a terminal (no-color.org; CMake orders them so).
 */
public final class ColourChoice {
    private ColourChoice() {}

    /**
     * The paint to use.
     *
     * @param flag what the command line says, if anything
     * @param environment of the process
     * @param terminal whether the output goes to one
     */
    public static Paint paint(Optional<Boolean> flag, Map<String, String> environment, boolean terminal) {
        return flag.or(() -> noColour(environment))
                        .or(() -> forced(environment, "FORCE_COLOR"))
                        .or(() -> forced(environment, "CLICOLOR_FORCE"))
                        .orElse(terminal && !"dumb".equals(environment.get("TERM")))
                ? Paint.COLOURS
                : Paint.PLAIN;
    }

    private static Optional<Boolean> noColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> forced(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(value -> !value.equals("0"));
    }
}
