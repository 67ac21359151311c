package dev.schemawatch.checks.env;

import dev.schemawatch.check.DatasourceUrls;
import dev.schemawatch.check.DatasourceUrls.Use;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Flags a {@code prisma.config.*} that reads a variable which only a {@code .env} file sets, and loads no such file: Prisma 7 does not
 * do it by itself any more.
 */
public final class EnvFileNotLoaded implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(EnvFileNotLoaded.class, Severity.WARNING)
            .summary("Prisma 7 does not load the .env file that sets the database URL")
            .why(
                    "Prisma loads .env files up to version 6 only. Since then the variable is not set for it, whatever is in .env.")
            .instead(
                    "import \"dotenv/config\" at the top of prisma.config.ts, or the variable in the environment of the process.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return environment.projects().stream()
                .filter(project -> !project.readsEnvFiles())
                .flatMap(project -> project.uses().stream()
                        .filter(use -> use.names().stream().noneMatch(environment.processNames()::contains))
                        .flatMap(use -> inspect(environment, project, use).stream()))
                .distinct();
    }

    private static Optional<Finding> inspect(RepositoryEnvironment environment, DatasourceUrls project, Use use) {
        return environment.files().stream()
                .filter(file -> project.project().schema().startsWith(file.folder()))
                .flatMap(file -> use.names().stream()
                        .filter(name -> file.variable(name).isPresent())
                        .map(name -> finding(use, name, file)))
                .findFirst();
    }

    private static Finding finding(Use use, String name, EnvFile file) {
        return RULE.at(
                use.location(),
                name,
                use.role().property() + " is read from " + name + ", which only " + file.path()
                        + " sets, and Prisma 7 does not load that: add import \"dotenv/config\" to this file, or set "
                        + name + " in the environment of the process");
    }
}
