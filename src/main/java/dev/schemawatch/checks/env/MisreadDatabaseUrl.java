package dev.schemawatch.checks.env;

import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.check.RepositoryEnvironment.SeenUrl;
import dev.schemawatch.env.ConnectionUrl.Misreading;
import dev.schemawatch.env.ConnectionUrl.Parsed;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Flags what Prisma silently reads otherwise than its author may think: {@code sslmode=verify-full} taken for {@code prefer},
 * parameters that it does not know, references with a default, which it takes as they are written.
 */
public final class MisreadDatabaseUrl implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(MisreadDatabaseUrl.class, Severity.WARNING)
            .summary("Prisma silently reads a database URL otherwise than it says")
            .why(
                    "Nothing fails: sslmode=verify-full looks like a verified connection and is not even an encrypted one if the"
                            + " server has no TLS.")
            .instead(
                    "sslmode=require&sslaccept=strict for a verified connection; otherwise the parameters that Prisma documents.");

    private static final Pattern REFERENCE_WITH_DEFAULT = Pattern.compile("(?<!\\\\)\\$\\{[A-Za-z0-9_]+:?[-+]");
    private static final int FIRST_MAJOR_WITH_DRIVERS = 7;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        return environment.urls().flatMap(MisreadDatabaseUrl::inspect).distinct();
    }

    private static Stream<Finding> inspect(SeenUrl seen) {
        String name = seen.entry().name();
        Stream<Finding> ofParts = seen.parsed() instanceof Parsed.Valid valid
                ? valid.misreadings().stream()
                        .filter(misreading -> !isForDriver(seen, misreading))
                        .map(misreading -> RULE.at(
                                seen.entry().location(),
                                name + " " + misreading.part(),
                                "in the URL of " + name + ": " + misreading.sentence()))
                : Stream.empty();
        return REFERENCE_WITH_DEFAULT.matcher(seen.entry().value()).find()
                ? Stream.concat(
                        ofParts,
                        Stream.of(RULE.at(
                                seen.entry().location(),
                                name + " default",
                                name + " refers to another variable with a default, and Prisma takes ${NAME:-default}"
                                        + " as it is written; write ${NAME}, and set the default as a variable")))
                : ofParts;
    }

    /** Since Prisma 7 the application's URL is read by a driver as well, which has parameters of its own. */
    private static boolean isForDriver(SeenUrl seen, Misreading misreading) {
        return misreading.unknown() && seen.project().project().prismaMajor() >= FIRST_MAJOR_WITH_DRIVERS;
    }
}
