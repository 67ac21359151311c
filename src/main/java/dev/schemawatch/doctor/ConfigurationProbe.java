package dev.schemawatch.doctor;

import dev.schemawatch.setup.InvalidSetup;
import dev.schemawatch.setup.Overrides;
import dev.schemawatch.setup.SecretFile;
import dev.schemawatch.setup.Setup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration. What it says is needed by nearly all the others.
 *
 * @param setup empty when it cannot be used
 * @param environment of the process, with secrets that it names files for
 * @param problems of the configuration, with their places
 */
record ConfigurationProbe(Optional<Setup> setup, Map<String, String> environment, List<String> problems)
        implements Probe {
    private static final Subject SUBJECT = Subject.of("configuration");

    /** Reads the configuration as every command does. */
    static ConfigurationProbe read(Path directory, Overrides overrides, Map<String, String> environment) {
        try {
            return new ConfigurationProbe(
                    Optional.of(Setup.load(directory, overrides, environment)),
                    SecretFile.resolve(environment),
                    List.of());
        } catch (InvalidSetup invalid) {
            return new ConfigurationProbe(
                    Optional.empty(),
                    environment,
                    String.valueOf(invalid.getMessage()).lines().toList());
        }
    }

    @Override
    public Stream<Diagnosis> examine() {
        return setup.map(found -> Stream.of(SUBJECT.ok(found.configFile()
                        .map(file -> file + " can be used.")
                        .orElse("there is no schemawatch.yaml: the defaults apply."))))
                .orElseGet(() -> problems.stream().map(problem -> SUBJECT.error(problem, List.of())));
    }
}
