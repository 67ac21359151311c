package dev.schemawatch.cli;

import dev.schemawatch.report.Paint;
import dev.schemawatch.setup.Overrides;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What the command line hands to the daemon. The container makes the daemon's objects and takes nothing but arguments, so it
 * has a form as such.
 *
 * @param directory the working directory
 */
public record Launch(Path directory, Overrides overrides, Paint paint) {
    public Launch {
        directory = directory.toAbsolutePath().normalize();
        Objects.requireNonNull(overrides);
        Objects.requireNonNull(paint);
    }

    /** What {@link #arguments} was called on. */
    public static Launch of(String... arguments) {
        return new Launch(
                Path.of(arguments[0]),
                new Overrides(given(arguments[1]), given(arguments[2]), given(arguments[3])),
                Paint.valueOf(arguments[4]));
    }

    /** This, for {@link #of}. */
    public String[] arguments() {
        return new String[] {
            directory.toString(),
            overrides.config().orElse(""),
            overrides.schema().orElse(""),
            overrides.migrations().orElse(""),
            paint.name()
        };
    }

    private static Optional<String> given(String argument) {
        return Optional.of(argument).filter(text -> !text.isEmpty());
    }
}
