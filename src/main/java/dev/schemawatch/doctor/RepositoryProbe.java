package dev.schemawatch.doctor;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.checks.env.EnvChecks;
import dev.schemawatch.env.EnvName;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that are checked: schemas and migrations; and, as a probe of its own, environment files.
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
        return Stream.of(schema(), migrations()).flatMap(Probe::examine);
    }

    private Probe schema() {
        if (workspace.projects().isEmpty()) {
            return () -> Stream.of(SCHEMA.error(
                    "there is no Prisma schema in " + setup.root() + ". Name it in schemawatch.yaml:",
                    List.of("schema: path/to/schema.prisma")));
        }
        List<String> schemas =
                workspace.projects().stream().map(Project::schema).toList();
        List<Finding> others = new ArrayList<>(findings);
        others.removeAll(ofEnvironment(findings));
        others.removeAll(ofMigrations());
        return new FindingsProbe(SCHEMA, names(schemas), others, COMMAND);
    }

    private Probe migrations() {
        List<String> folders =
                workspace.projects().stream().map(Project::migrations).toList();
        if (folders.isEmpty()) {
            return () -> Stream.of(MIGRATIONS.skipped("there is no schema that they would belong to.", List.of()));
        }
        long number = workspace.files().keySet().stream()
                .filter(path -> path.endsWith("/migration.sql") && isMigration(path))
                .count();
        return new FindingsProbe(MIGRATIONS, number + " in " + names(folders), ofMigrations(), COMMAND);
    }

    /** The environment files of the repository, whoever reads them. */
    Probe environment() {
        List<String> files =
                workspace.files().keySet().stream().filter(EnvName::isOfEnvFile).toList();
        List<Finding> ofEnvironment = ofEnvironment(findings);
        return files.isEmpty() && ofEnvironment.isEmpty()
                ? () -> Stream.of(ENVIRONMENT.skipped("there is no .env file.", List.of()))
                : new FindingsProbe(
                        ENVIRONMENT, files.isEmpty() ? "no .env file" : names(files), ofEnvironment, COMMAND);
    }

    private List<Finding> ofMigrations() {
        return findings.stream()
                .filter(finding -> isMigration(finding.identity().container()))
                .toList();
    }

    /** Those about environment variables: some are found where a variable is used, not where it is set. */
    static List<Finding> ofEnvironment(List<Finding> findings) {
        Set<String> rules = EnvChecks.all(CheckSettings.NONE).stream()
                .map(check -> check.rule().id())
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> rules.contains(finding.rule())
                        || EnvName.isOfEnvFile(finding.identity().container()))
                .toList();
    }

    private boolean isMigration(String path) {
        return workspace.projects().stream()
                .map(Project::migrations)
                .anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    private static String names(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
