package dev.schemawatch.checks.env;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.DatasourceUrls.Role;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvScope;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Flags a variable that somebody says is needed and that is not set: in a file that must set it, in an example that must show it,
 * and, where the environment of one application is judged, in what that sees.
 */
public final class MissingEnvVariable implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(MissingEnvVariable.class, Severity.ERROR)
            .summary("A variable that is needed is not set")
            .why(
                    "The application starts without it and fails at the first use, or runs with a default that nobody chose.")
            .instead("An entry in the file, or the variable in the environment of the process.");

    private final EnvSettings settings;

    /** @param settings say what is needed */
    public MissingEnvVariable(CheckSettings settings) {
        this.settings = settings.env();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return switch (environment.scope()) {
            case EnvScope.Application application -> ofApplication(environment, application);
            case EnvScope.Repository _ ->
                Stream.of(ofFiles(environment), ofExamples(environment), ofBases(environment))
                        .flatMap(findings -> findings);
        };
    }

    private Stream<Finding> ofFiles(RepositoryEnvironment environment) {
        return settings.requiredByFile().entrySet().stream().flatMap(demand -> {
            Optional<EnvFile> file = Stream.concat(environment.files().stream(), environment.examples().stream())
                    .filter(known -> known.path().equals(demand.getKey()))
                    .findFirst();
            EnvView view = new EnvView(file.stream().toList());
            return demand.getValue().stream()
                    .filter(name -> file.isEmpty() || !isIn(file.get(), view, name))
                    .map(name -> missing(
                            demand.getKey(),
                            name,
                            file.isPresent()
                                    ? "this file must set it, by env.files of schemawatch.yaml; add it"
                                    : "the file that must set it, by env.files of schemawatch.yaml, is not there or cannot"
                                            + " be read; make it"));
        });
    }

    private static boolean isIn(EnvFile file, EnvView view, String name) {
        return file.example()
                ? view.names().contains(name) || file.commentedOut().contains(name)
                : view.isSet(name);
    }

    private Stream<Finding> ofExamples(RepositoryEnvironment environment) {
        List<EnvFile> examples = environment.examples();
        return examples.isEmpty()
                ? Stream.empty()
                : settings.required().stream()
                        .filter(name -> examples.stream()
                                .noneMatch(example -> example.byName().containsKey(name)
                                        || example.commentedOut().contains(name)))
                        .map(
                                name -> missing(
                                        examples.getFirst().path(),
                                        name,
                                        "no example shows that it is needed, as env.required of schemawatch.yaml says; add it"));
    }

    /** With a {@code .env} anywhere, the needed variables are in one, or the process has them. */
    private Stream<Finding> ofBases(RepositoryEnvironment environment) {
        List<EnvFile> read = environment.files().stream()
                .filter(file ->
                        Set.of("", "local", "development").contains(file.name().mode()))
                .toList();
        Optional<EnvFile> base =
                read.stream().filter(file -> file.name().isBase()).findFirst();
        EnvView view = new EnvView(read);
        Set<String> process = environment.processNames();
        return base.stream()
                .flatMap(file -> settings.required().stream()
                        .filter(name -> !view.isSet(name) && !process.contains(name))
                        .map(name -> missing(
                                file.path(), name, "env.required of schemawatch.yaml says that it is needed; add it")));
    }

    private Stream<Finding> ofApplication(RepositoryEnvironment environment, EnvScope.Application application) {
        EnvView view = environment.viewsByFolder().getFirst();
        String place = view.files().size() > 1
                ? view.files().get(1).path()
                : application.process().path();
        Predicate<String> isThere = environment.isOfExample() ? shown(environment, application) : view::isSet;
        SortedMap<String, String> reasons = new TreeMap<>();
        environment
                .examples()
                .forEach(example -> needed(environment, example, view)
                        .forEach(name -> reasons.put(name, example.path() + " shows that it is needed")));
        settings.required()
                .forEach(name -> reasons.put(name, "env.required of schemawatch.yaml says that it is needed"));
        application
                .paths()
                .forEach(path -> settings.requiredByFile()
                        .getOrDefault(path, new TreeSet<>())
                        .forEach(name ->
                                reasons.put(name, "env.files of schemawatch.yaml says that " + path + " must set it")));
        environment
                .projects()
                .forEach(project -> project.ofGenerators()
                        .forEach(read ->
                                reasons.put(read.variable(), "prisma generate reads " + read.reader() + " from it")));
        environment
                .projects()
                .forEach(project -> Stream.of(Role.URL, Role.DIRECT)
                        .flatMap(role -> project.use(role).stream())
                        .flatMap(use -> use.missing(isThere).stream())
                        .forEach(group -> reasons.put(
                                group.getFirst(),
                                "the database URL of " + project.project().schema() + " is read from it")));
        return reasons.entrySet().stream()
                .filter(needed -> !isThere.test(needed.getKey()))
                .map(needed -> view.entry(needed.getKey())
                        .filter(entry -> entry.value().isEmpty())
                        .map(empty -> RULE.at(
                                empty.location(),
                                needed.getKey(),
                                needed.getKey() + " is set and empty: " + needed.getValue() + "; give it a value"))
                        .orElseGet(() -> missing(place, needed.getKey(), needed.getValue() + "; add it")));
    }

    /** An example need not give a value, and what the process has does not show anybody anything. */
    private static Predicate<String> shown(RepositoryEnvironment environment, EnvScope.Application application) {
        return name -> environment.examples().stream()
                .filter(example -> application.paths().contains(example.path()))
                .anyMatch(example -> example.byName().containsKey(name)
                        || example.commentedOut().contains(name));
    }

    /** What an example beside the files shows and nothing gives a value; where the example is empty, an empty value is one. */
    private Stream<String> needed(RepositoryEnvironment environment, EnvFile example, EnvView view) {
        boolean applies = environment.files().stream()
                .anyMatch(file ->
                        file.folder().equals(example.folder()) && example.name().isExampleOf(file.name()));
        EnvView wanted = new EnvView(List.of(example));
        return applies
                ? example.shownNames().stream()
                        .filter(name -> !settings.optional().contains(name))
                        .filter(name -> wanted.isSet(name) || view.entry(name).isEmpty())
                : Stream.empty();
    }

    private static Finding missing(String path, String name, String why) {
        return RULE.at(Location.InFile.whole(path), name, name + " is not set: " + why);
    }
}
