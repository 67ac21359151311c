package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Flags {@code ${NAME}} in a value where nobody sets NAME. Examples pass: what they refer to may be set elsewhere. */
public final class UnresolvedEnvReference implements Check<RepositoryEnvironment> {
    private static final Rule RULE = Rule.of(UnresolvedEnvReference.class, Severity.WARNING)
            .summary("A value refers to a variable that nobody sets")
            .why(
                    "The reference becomes empty without a word: a URL loses its password, a connection limit is empty, and"
                            + " the error that follows speaks of something else.")
            .instead(
                    "Set the variable in the same file or before the start, or write ${NAME:-default} where Prisma does not read it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<RepositoryEnvironment> reads() {
        return Fact.ENVIRONMENT;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        Set<String> process = environment.processNames();
        return environment.viewsByFolder().stream()
                .flatMap(view -> view.names().stream().flatMap(name -> inspect(view, name, process)))
                .distinct();
    }

    private static Stream<Finding> inspect(EnvView view, String name, Set<String> process) {
        SortedSet<String> unresolved = view.unresolved(name);
        unresolved.removeAll(process);
        EnvVariable entry = view.entry(name).orElseThrow();
        return unresolved.stream()
                .map(missing -> RULE.at(
                        entry.location(),
                        name + " " + missing,
                        name + " refers to " + missing + ", which nobody sets, so nothing is put in its place; set "
                                + missing + " in the same file"));
    }
}
