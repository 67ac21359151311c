package dev.schemawatch.checks.env;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Names;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Flags what the example of a folder shows and the {@code .env} files beside it do not set: {@code .env} with its local and
 * development companions, and each file for another name, such as {@code .env.test}, which must not take production's value from
 * {@code .env} unnoticed.
 */
public final class EnvLacksExampleVariable implements EnvironmentCheck {
    private static final int MOST_NAMES = 100;
    private static final Rule RULE = Rule.of(EnvLacksExampleVariable.class, Severity.WARNING)
            .summary("A .env lacks variables that the example shows")
            .why(
                    "Somebody added a variable to the example and to the code; with an old .env the application runs without it.")
            .instead("The variable in .env; or, where it may be left out, its name under env.optional.");

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
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        if (environment.isOfExample()) {
            return Stream.empty();
        }
        return environment.examples().stream().flatMap(example -> {
            List<EnvFile> beside = environment.files().stream()
                    .filter(file -> file.folder().equals(example.folder())
                            && example.name().isExampleOf(file.name()))
                    .toList();
            Stream<EnvFile> ofNames = beside.stream().filter(EnvLacksExampleVariable::isForAName);
            Stream<Finding> inBase = environment.isOfApplication()
                    ? Stream.empty()
                    : compare(
                            example,
                            beside.stream().filter(file -> !isForAName(file)).toList(),
                            environment.processNames());
            return Stream.concat(inBase, ofNames.flatMap(file -> inFile(environment, example, file)));
        });
    }

    /** {@code .env}, {@code .env.local} and {@code .env.development} are one environment together; others stand for themselves. */
    private static boolean isForAName(EnvFile file) {
        return !file.name().isLocal()
                && !Set.of("", "development").contains(file.name().mode());
    }

    /** What an application lacks altogether is the matter of {@link MissingEnvVariable}. */
    private Stream<Finding> inFile(RepositoryEnvironment environment, EnvFile example, EnvFile file) {
        Set<String> settled = new TreeSet<>((Set<String>) environment.processNames());
        if (environment.isOfApplication()) {
            SortedSet<String> missing = example.shownNames();
            missing.removeAll(environment.viewsByFolder().getFirst().names());
            settled.addAll(missing);
        }
        return compare(example, List.of(file), settled);
    }

    private Stream<Finding> compare(EnvFile example, List<EnvFile> read, Set<String> settled) {
        boolean complete = read.stream()
                .anyMatch(file -> isForAName(file)
                        || Set.of("", "local").contains(file.name().mode()));
        SortedSet<String> lacking = example.shownNames();
        lacking.removeAll(new EnvView(read).names());
        lacking.removeAll(settled);
        lacking.removeAll(settings.optional());
        return lacking.isEmpty() || !complete
                ? Stream.empty()
                : Stream.of(RULE.at(
                        Location.InFile.whole(read.getFirst().path()),
                        example.path(),
                        example.path() + " shows variables that are not set here: " + Names.first(MOST_NAMES, lacking)
                                + "; add them, or list what may be left out under env.optional"));
    }
}
