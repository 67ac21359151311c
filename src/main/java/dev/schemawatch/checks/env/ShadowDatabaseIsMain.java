package dev.schemawatch.checks.env;

import dev.schemawatch.check.DatasourceUrls;
import dev.schemawatch.check.DatasourceUrls.Role;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.check.RepositoryEnvironment.SeenUrl;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a shadow database that is the main one: Prisma empties it before it replays migrations there. A namespace of its own
 * does not help. */
public final class ShadowDatabaseIsMain implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(ShadowDatabaseIsMain.class, Severity.ERROR)
            .summary("The shadow database is the main database")
            .why(
                    "Prisma empties the shadow database each time it replays the migrations on it. A schema parameter of its own"
                            + " does not keep the two apart: the database is the same.")
            .instead("A database of its own for the shadow, for example shop_shadow on the same server.");

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
        Optional<SeenUrl> shadow = environment.seen(project, view, Role.SHADOW);
        if (shadow.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(Role.URL, Role.DIRECT)
                .flatMap(role -> environment.seen(project, view, role).stream())
                .filter(main -> isSame(main, shadow.get()))
                .limit(1)
                .map(main -> RULE.at(
                        shadow.get().entry().location(),
                        shadow.get().entry().name(),
                        shadow.get().entry().name() + " leads to the database that "
                                + main.entry().name() + " leads to, and Prisma would empty it; name another database"));
    }

    private static boolean isSame(SeenUrl main, SeenUrl shadow) {
        Optional<ConnectionUrl> url = shadow.url();
        return url.isPresent()
                && main.url().filter(other -> other.sameDatabaseAs(url.get())).isPresent();
    }
}
