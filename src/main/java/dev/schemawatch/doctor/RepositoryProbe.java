package dev.schemawatch.doctor;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files that are checked: schemas, migrations, environment files.
 *
 * @param findings of the checks in them, the gravest first
 */
record RepositoryProbe(Setup setup, Workspace workspace, List<Finding> findings) implements Probe {
    private static final Subject SCHEMA = Subject.of("schema");
    private static final Subject MIGRATIONS = Subject.of("migrations");
    private static final Subject ENVIRONMENT = Subject.of("environment");
    private static final String COMMAND = "schemawatch check";
    private static final int MOST_NAMES = 3;

    RepositoryProbe {
        findings = List.copyOf(findings);
    }

    @Override
    public Stream<Diagnosis> examine() {
        return Stream.of(schema(), migrations(), environment()).flatMap(Probe::examine);
    }

    private Probe schema() {
        if (workspace.projects().isEmpty()) {
            return () -> Stream.of(SCHEMA.error(
                    "there is no Prisma schema in " + setup.root() + ". Name it in schemawatch.yaml:",
                    List.of("schema: path/to/schema.prisma")));
        }
        List<String> schemas =
                workspace.projects().stream().map(Project::schema).toList();
        Predicate<String> other = path -> isMigration(path) || isEnvironment(path);
        return new FindingsProbe(SCHEMA, names(schemas), in(other.negate()), COMMAND);
    }

    private Probe migrations() {
        long number = workspace.files().keySet().stream()
                .filter(path -> path.endsWith("/migration.sql") && isMigration(path))
                .count();
        List<String> folders =
                workspace.projects().stream().map(Project::migrations).toList();
        return folders.isEmpty()
                ? () -> Stream.of(MIGRATIONS.skipped("there is no schema that they would belong to.", List.of()))
                : new FindingsProbe(MIGRATIONS, number + " in " + names(folders), in(this::isMigration), COMMAND);
    }

    private Probe environment() {
        List<String> files = workspace.files().keySet().stream()
                .filter(RepositoryProbe::isEnvironment)
                .toList();
        return files.isEmpty()
                ? () -> Stream.of(ENVIRONMENT.skipped("there is no .env file.", List.of()))
                : new FindingsProbe(ENVIRONMENT, names(files), in(RepositoryProbe::isEnvironment), COMMAND);
    }

    private List<Finding> in(Predicate<String> paths) {
        return findings.stream()
                .filter(finding -> paths.test(finding.identity().container()))
                .toList();
    }

    private boolean isMigration(String path) {
        return workspace.projects().stream()
                .map(Project::migrations)
                .anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    private static boolean isEnvironment(String path) {
        return path.substring(path.lastIndexOf('/') + 1).startsWith(".env");
    }

    private static String names(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
