package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Flags what the example of a folder has a value for and the {@code .env} files beside it do not set. An example without a value
 * shows what may be set, not what must. Files for a name, such as {@code .env.test}, are often partial, and only held to what
 * configuration says.
 */
public final class EnvLacksExampleVariable implements Check<RepositoryEnvironment> {
    private static final Rule RULE = Rule.of(EnvLacksExampleVariable.class, Severity.WARNING)
            .summary("A .env lacks variables that the example shows")
            .why(
                    "Somebody added a variable to the example and to the code; with an old .env the application runs without it.")
            .instead(
                    "The variable in .env; or, where it may be left out, no value in the example, or its name under env.optional.");

    private final EnvSettings settings;

    /** @param settings say what may be left out */
    public EnvLacksExampleVariable(CheckSettings settings) {
        this.settings = settings.env();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<RepositoryEnvironment> reads() {
        return Fact.ENVIRONMENT;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        if (environment.isOfExample()) {
            return Stream.empty();
        }
        Set<String> process = environment.processNames();
        return environment.examples().stream().flatMap(example -> {
            List<EnvFile> read = inFolder(environment.files(), example).stream()
                    .filter(file -> environment.isOfApplication()
                            || Set.of("", "local", "development")
                                    .contains(file.name().mode()))
                    .toList();
            boolean complete = environment.isOfApplication()
                    || read.stream()
                            .anyMatch(file ->
                                    Set.of("", "local").contains(file.name().mode()));
            return read.isEmpty() || !complete ? Stream.empty() : compare(example, read, process);
        });
    }

    private static List<EnvFile> inFolder(List<EnvFile> files, EnvFile example) {
        return files.stream()
                .filter(file -> file.folder().equals(example.folder()) && !file.example())
                .toList();
    }

    private Stream<Finding> compare(EnvFile example, List<EnvFile> read, Set<String> process) {
        EnvView shown = new EnvView(List.of(example));
        SortedSet<String> lacking = new TreeSet<>(shown.names());
        lacking.removeIf(name -> !shown.isSet(name));
        lacking.removeAll(new EnvView(read).names());
        lacking.removeAll(process);
        lacking.removeAll(settings.optional());
        String path = read.getFirst().path();
        return lacking.isEmpty()
                ? Stream.empty()
                : Stream.of(RULE.at(
                        Location.InFile.whole(path),
                        example.path(),
                        example.path() + " shows variables that are not set here: " + String.join(", ", lacking)
                                + "; add them, or list what may be left out under env.optional"));
    }
}
