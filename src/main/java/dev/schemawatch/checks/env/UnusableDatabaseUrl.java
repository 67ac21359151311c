package dev.schemawatch.checks.env;

import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.check.RepositoryEnvironment.SeenUrl;
import dev.schemawatch.env.ConnectionUrl.Parsed;
import dev.schemawatch.env.Placeholder;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/**
 * Flags a database URL that Prisma refuses, or reads as leading elsewhere: an unknown scheme, a character in the password that
 * ends it, a parameter that is no number. URLs of Prisma's own proxy are none of ours, and for a literal {@code undefined} there
 * is another rule.
 */
public final class UnusableDatabaseUrl implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(UnusableDatabaseUrl.class, Severity.ERROR)
            .summary("A database URL that Prisma cannot use")
            .why(
                    "Prisma stops with an error that shows neither the variable nor the place, or looks for a host that is not there.")
            .instead(
                    "postgresql://user:password@host:5432/name, with / ? # [ ] @ : % of user and password percent-encoded.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return environment.urls().flatMap(UnusableDatabaseUrl::inspect).distinct();
    }

    private static Stream<Finding> inspect(SeenUrl seen) {
        String name = seen.entry().name();
        boolean said = Placeholder.in(seen.entry().value()).isPresent();
        return seen.parsed() instanceof Parsed.Invalid invalid && !invalid.proxy() && !said
                ? Stream.of(RULE.at(
                        seen.entry().location(),
                        name,
                        "the URL in " + name + " cannot be used. " + String.join(" ", invalid.problems())))
                : Stream.empty();
    }
}
