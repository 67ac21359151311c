package dev.schemawatch.checks.env;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.check.RepositoryEnvironment.SeenUrl;
import dev.schemawatch.env.EnvName;
import dev.schemawatch.env.EnvScope;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Flags a file for development or tests whose database is production's, and a schema that has the URL in it: every developer uses
 * that. {@code .env} itself may be anybody's, and passes.
 */
public final class ProductionHostInDevelopment implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(ProductionHostInDevelopment.class, Severity.WARNING)
            .summary("A file for development or tests leads to production's database")
            .why("Tests empty tables, and migrate dev offers to reset the database.")
            .instead(
                    "A database on your own machine. If the host is not production's, say what is with env.production-host.");

    private final Pattern productionHost;

    /** @param settings say which hosts are production's */
    public ProductionHostInDevelopment(CheckSettings settings) {
        this.productionHost = settings.env().productionHost();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return environment
                .urls()
                .filter(seen -> isForDevelopment(environment, seen))
                .filter(this::leadsToProduction)
                .map(seen -> RULE.at(
                        seen.entry().location(),
                        seen.entry().name(),
                        seen.entry().name() + " leads to a host of production, and this is for development or tests;"
                                + " write the URL of a database that may be emptied"))
                .distinct();
    }

    private static boolean isForDevelopment(RepositoryEnvironment environment, SeenUrl seen) {
        return seen.writtenDown()
                || EnvName.of(seen.entry().location().path()).isForDevelopment()
                || environment.scope() instanceof EnvScope.Application application && application.forDevelopment();
    }

    private boolean leadsToProduction(SeenUrl seen) {
        return seen.url()
                .filter(url -> !url.isSocketFile()
                        && productionHost.matcher(url.host()).find())
                .isPresent();
    }
}
