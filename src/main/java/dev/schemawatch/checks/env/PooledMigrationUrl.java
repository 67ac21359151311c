package dev.schemawatch.checks.env;

import dev.schemawatch.check.DatasourceUrls;
import dev.schemawatch.check.DatasourceUrls.Role;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags a URL that migrations use and that leads to a pool of connections in transaction mode. */
public final class PooledMigrationUrl implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(PooledMigrationUrl.class, Severity.WARNING)
            .summary("Migrations go through a connection pool")
            .why(
                    "A pool in transaction mode gives each statement another session: advisory locks and prepared statements are"
                            + " lost, and a migration hangs or fails half-way.")
            .instead(
                    "directUrl (Prisma 7: url in prisma.config.ts) with the URL of the server itself: port 5432, without -pooler.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return environment
                .ofEachView((project, view) -> inspect(environment, project, view))
                .distinct();
    }

    private static Stream<Finding> inspect(RepositoryEnvironment environment, DatasourceUrls project, EnvView view) {
        boolean direct = project.use(Role.DIRECT).isPresent() || project.uses().isEmpty();
        Role role = direct ? Role.DIRECT : Role.URL;
        return environment.seen(project, view, role).stream()
                .filter(seen -> seen.url().filter(ConnectionUrl::isPooled).isPresent())
                .map(seen -> RULE.at(
                        seen.entry().location(),
                        seen.entry().name(),
                        seen.entry().name() + " leads to a connection pool, and migrations use it; "
                                + (direct
                                        ? "write the URL of the server itself"
                                        : "declare a directUrl with the URL of the server itself")));
    }
}
