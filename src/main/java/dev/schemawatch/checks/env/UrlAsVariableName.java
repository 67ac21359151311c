package dev.schemawatch.checks.env;

import dev.schemawatch.check.DatasourceUrls.Use;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags {@code env("postgresql://…")}: what is in the quotes is never repeated, since it is mostly a URL with its password. */
public final class UrlAsVariableName implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(UrlAsVariableName.class, Severity.ERROR)
            .summary("env() is given something that is not the name of a variable")
            .why(
                    "Prisma looks for a variable that is called like that, finds none, and prints the text, password included, in"
                            + " its error message.")
            .instead("url = env(\"DATABASE_URL\"), and the URL as the value of that variable in .env.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return environment.projects().stream()
                .flatMap(project -> project.uses().stream())
                .filter(Use::misnamed)
                .map(use -> RULE.at(
                        use.location(),
                        use.role().property(),
                        use.role().property() + ": env() takes the name of a variable, not the URL itself; write env(\""
                                + "DATABASE_URL\") or another name, set that in .env, and change the password if this was"
                                + " committed"))
                .distinct();
    }
}
