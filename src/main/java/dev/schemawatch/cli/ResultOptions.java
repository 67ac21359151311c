package dev.schemawatch.cli;

import dev.schemawatch.config.AppConfig;
import dev.schemawatch.config.FailOn;
import dev.schemawatch.finding.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a result is shown, and what of it makes the command fail. */
final class ResultOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "auto, text, json, ndjson, sarif, junit, github, gitlab or markdown.")
    private @Nullable Format format;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description = "Also into a file; repeatable, - is standard output.")
    private List<String> outputs = new ArrayList<>();

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

    /**
     * Where the reports go.
     *
     * @param directory what files are relative to
     */
    Outputs outputs(Path directory) {
        return Outputs.of(format, outputs, directory);
    }

    /** From which severity on findings make the command fail; empty for never. */
    Optional<Severity> failOn(AppConfig config) {
        FailOn threshold = threshold(config);
        return Stream.of(Severity.values()).filter(threshold::failsOn).max(Severity::compareTo);
    }

    /** The status for what was found. */
    ExitStatus status(AppConfig config, Stream<Severity> found) {
        return !exitZero && found.anyMatch(threshold(config)::failsOn) ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private FailOn threshold(AppConfig config) {
        return failOn == null ? config.failOn().orElse(standard) : failOn;
    }
}
