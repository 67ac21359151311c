package dev.schemawatch.checks.env;

import dev.schemawatch.check.DatasourceUrls;
import dev.schemawatch.check.DatasourceUrls.Role;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvMode;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Flags an entry that another file hides from those who need it. Up to version 6, Prisma reads a {@code .env} of the folder that it is
 * started in and one beside the schema; of two on the way, each may be the one that counts. And it reads no
 * {@code .env.local}: where frameworks take a database URL from there, the application and its migrations have two databases.
 */
public final class ShadowedEnvVariable implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(ShadowedEnvVariable.class, Severity.WARNING)
            .summary("A variable is set in two files, and not everybody takes the same")
            .why(
                    "Prisma and the application come to different values: migrations change one database, and the application"
                            + " talks to another.")
            .instead("Set the variable in one place; a URL that Prisma reads in .env.");

    private static final int FIRST_MAJOR_WITHOUT_ENV_FILES = 7;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return environment.projects().stream()
                .filter(project -> project.project().prismaMajor() < FIRST_MAJOR_WITHOUT_ENV_FILES)
                .flatMap(project ->
                        Stream.concat(twoBases(environment, project), hiddenFromPrisma(environment, project)))
                .distinct();
    }

    private static Stream<Finding> twoBases(RepositoryEnvironment environment, DatasourceUrls project) {
        List<EnvFile> bases = bases(environment, project);
        if (bases.size() < 2) {
            return Stream.empty();
        }
        Map<String, EnvVariable> root = bases.getFirst().byName();
        return bases.stream()
                .skip(1)
                .flatMap(nearer -> nearer.byName().values().stream()
                        .filter(entry -> root.containsKey(entry.name()))
                        .map(entry -> RULE.at(
                                entry.location(),
                                entry.label(),
                                entry.label() + " is set in " + bases.getFirst().path()
                                        + " too: which of them counts depends on where a program is started; keep"
                                        + " one")));
    }

    /** Every {@code .env} from the root down to the schema's folder, in that order. */
    private static List<EnvFile> bases(RepositoryEnvironment environment, DatasourceUrls project) {
        return new EnvMode("")
                .select(environment.files().stream()
                        .filter(file -> project.project().schema().startsWith(file.folder()))
                        .toList());
    }

    private static Stream<Finding> hiddenFromPrisma(RepositoryEnvironment environment, DatasourceUrls project) {
        return bases(environment, project).stream()
                .flatMap(base -> environment.files().stream()
                        .filter(local -> local.folder().equals(base.folder())
                                && local.name().words().equals(List.of("local")))
                        .flatMap(local -> Stream.of(Role.URL, Role.DIRECT)
                                .flatMap(project::variables)
                                .flatMap(name -> hidden(name, base.byName(), local.byName(), base.path()))));
    }

    private static Stream<Finding> hidden(
            String name, Map<String, EnvVariable> base, Map<String, EnvVariable> local, String path) {
        EnvVariable here = base.get(name);
        EnvVariable there = local.get(name);
        return here != null && there != null && !Objects.equals(here.value(), there.value())
                ? Stream.of(RULE.at(
                        there.location(),
                        name,
                        name + " is another in " + path + ", which is all that Prisma reads: migrations do not go to"
                                + " this database; set it in one of the files"))
                : Stream.empty();
    }
}
