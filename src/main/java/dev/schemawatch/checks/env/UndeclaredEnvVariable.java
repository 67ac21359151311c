package dev.schemawatch.checks.env;

import dev.schemawatch.check.DatasourceUrls;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvScope;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Flags a variable that the datasource or a generator of a schema reads and that no file knows. With a {@code .env} between the root and the
 * schema, a file must set the variable or the process must; with examples alone, one of them must show it; with neither,
 * variables come from somewhere else, and nothing can be said. A file anywhere in the repository counts: nobody can tell from
 * where an application is started.
 */
public final class UndeclaredEnvVariable implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(UndeclaredEnvVariable.class, Severity.WARNING)
            .summary("The schema reads a variable that no environment file knows")
            .why(
                    "Prisma stops with \"environment variable not found\" on each machine where nobody happens to have set it.")
            .instead("The variable in .env, and in .env.example for everybody else.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return switch (environment.scope()) {
            case EnvScope.Application _ -> Stream.empty();
            case EnvScope.Repository _ ->
                environment.projects().stream().flatMap(project -> inspect(environment, project));
        };
    }

    private static Stream<Finding> inspect(RepositoryEnvironment environment, DatasourceUrls project) {
        List<EnvFile> read = near(environment.files(), project).stream()
                .filter(file ->
                        Set.of("", "local", "development").contains(file.name().mode()))
                .toList();
        List<EnvFile> shown = near(environment.examples(), project);
        Predicate<String> isSet =
                name -> environment.processNames().contains(name) || isKnown(environment.files(), name);
        if (!read.isEmpty()) {
            return findings(
                    project,
                    isSet,
                    "no .env file sets it; add it to " + read.getFirst().path());
        }
        return shown.isEmpty()
                ? Stream.empty()
                : findings(
                        project,
                        isSet.or(name -> isKnown(environment.examples(), name)),
                        "no example shows it; add it to " + shown.getFirst().path());
    }

    private static List<EnvFile> near(List<EnvFile> files, DatasourceUrls project) {
        return files.stream()
                .filter(file -> project.project().schema().startsWith(file.folder()))
                .toList();
    }

    private static boolean isKnown(List<EnvFile> files, String name) {
        return files.stream()
                .anyMatch(file ->
                        file.variable(name).isPresent() || file.commentedOut().contains(name));
    }

    private static Stream<Finding> findings(DatasourceUrls project, Predicate<String> isKnown, String what) {
        Stream<Finding> ofUrls = project.uses().stream()
                .flatMap(use -> use.missing(isKnown).stream()
                        .map(group -> finding(
                                use.location(),
                                String.join(" or ", group),
                                use.role().property(),
                                what)));
        Stream<Finding> ofGenerators = project.ofGenerators().stream()
                .filter(read -> !isKnown.test(read.variable()))
                .map(read -> finding(read.location(), read.variable(), read.reader(), what));
        return Stream.concat(ofUrls, ofGenerators);
    }

    private static Finding finding(Location.InFile location, String names, String reader, String what) {
        return RULE.at(location, names, reader + " is read from " + names + ", and " + what);
    }
}
