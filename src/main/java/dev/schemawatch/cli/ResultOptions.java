package dev.schemawatch.cli;

import dev.schemawatch.config.AppConfig;
import dev.schemawatch.config.FailOn;
import dev.schemawatch.finding.Severity;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a result is shown, and what of it makes the command fail. */
final class ResultOptions {
    /** The forms of a report. */
    enum Format {
        TEXT,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text or json (default: text).",
            defaultValue = "text")
    private Format format = Format.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "error, warning, info or never: what ends with status 2"
                    + " (default: error for check, warning for drift).")
    private @Nullable FailOn failOn;

    @Option(names = "--exit-zero", description = "Report only: end with 0 whatever is found.")
    private boolean exitZero;

    private final FailOn standard;

    /** @param standard what ends with status 2 when neither option nor configuration says so */
    ResultOptions(FailOn standard) {
        this.standard = standard;
    }

    Format format() {
        return format;
    }

    /** The status for what was found. */
    ExitStatus status(AppConfig config, Stream<Severity> found) {
        FailOn threshold = failOn == null ? config.failOn().orElse(standard) : failOn;
        return !exitZero && found.anyMatch(threshold::failsOn) ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }
}
