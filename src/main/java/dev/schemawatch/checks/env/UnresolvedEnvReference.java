package dev.schemawatch.checks.env;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.env.VariableName;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Flags {@code ${NAME}} in a value where nobody sets NAME, or where NAME leads back to the value. Examples pass: what they refer to may be set elsewhere. The name is
 * told only where somebody else speaks of it too: it may as well be a part of a password.
 */
public final class UnresolvedEnvReference implements EnvironmentCheck {
    private static final Rule RULE = Rule.of(UnresolvedEnvReference.class, Severity.WARNING)
            .summary("A value refers to a variable that nobody sets, or to itself")
            .why(
                    "The reference becomes empty without a word: a URL loses its password, a connection limit is empty, and"
                            + " the error that follows speaks of something else.")
            .instead(
                    "Set the variable in the same file or before the start, or write ${NAME:-default} where Prisma does not read it.");

    private final Set<String> configured;

    /** @param settings say which names there are beside those of files */
    public UnresolvedEnvReference(CheckSettings settings) {
        this.configured = settings.env().names();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(RepositoryEnvironment environment) {
        Set<String> known = environment.knownNames();
        return environment.viewsByFolder().stream()
                .flatMap(view -> view.names().stream().flatMap(name -> inspect(environment, view, name, known)))
                .distinct();
    }

    private Stream<Finding> inspect(RepositoryEnvironment environment, EnvView view, String name, Set<String> known) {
        SortedSet<String> unresolved = view.unresolved(name);
        unresolved.removeAll(environment.processNames());
        EnvVariable entry = view.entry(name).orElseThrow();
        SortedSet<String> circular = view.circular(name);
        circular.removeAll(environment.processNames());
        Stream<Finding> loops = circular.stream().map(other -> loop(view, entry, other));
        Stream<Finding> gaps = unresolved.stream().map(missing -> {
            boolean shown =
                    VariableName.isConstant(missing) && (known.contains(missing) || configured.contains(missing));
            return RULE.at(
                    entry.location(),
                    shown ? entry.label() + " " + missing : entry.label(),
                    shown
                            ? entry.label() + " refers to " + missing
                                    + ", which nobody sets, so nothing is put in its place;" + " set " + missing
                                    + " in the same file"
                            : entry.label()
                                    + " refers with ${ } to a variable that nobody sets, so nothing is put in its"
                                    + " place; set it in the same file, or write \\$ if the dollar sign is part of the value");
        });
        return Stream.concat(gaps, loops);
    }

    /** A name in a circle is one that a file sets: it is told. */
    private static Finding loop(EnvView view, EnvVariable entry, String other) {
        String label = view.entry(other).orElseThrow().label();
        return RULE.at(
                entry.location(),
                entry.label() + " " + label,
                entry.label() + " refers to "
                        + (label.equals(entry.label()) ? "itself" : label + ", which leads back to " + entry.label())
                        + ", so nothing is put in its place; write the value itself in place of the reference");
    }
}
