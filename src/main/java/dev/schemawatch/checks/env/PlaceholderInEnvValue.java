package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.env.Placeholder;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flags the text that JavaScript makes of a value that is not there, inside the value of a variable: as it is written, else
 * in what its references put together. A value that only repeats a word of another one is not reported a second time.
 */
public final class PlaceholderInEnvValue implements Check<EnvFile> {
    private static final Rule RULE = Rule.of(PlaceholderInEnvValue.class, Severity.ERROR)
            .summary("A variable's value holds a literal undefined, null, NaN or [object Object]")
            .why(
                    "A script wrote the value from something that was not set. The application takes the word for the value:"
                            + " a connection limit of undefined, a host called null.")
            .instead("Set what the value is made from, then write the value again.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<EnvFile> reads() {
        return Fact.EACH_ENV_FILE;
    }

    @Override
    public Stream<Finding> inspect(EnvFile file) {
        EnvView view = new EnvView(List.of(file));
        Set<String> guilty = new HashSet<>();
        file.variables().stream()
                .filter(variable -> Placeholder.in(variable.value()).isPresent())
                .forEach(variable -> guilty.add(variable.name()));
        return file.variables().stream().flatMap(variable -> inspect(variable, view, guilty));
    }

    private static Stream<Finding> inspect(EnvVariable variable, EnvView view, Set<String> guilty) {
        Optional<String> written = Placeholder.in(variable.value());
        if (written.isPresent()) {
            return Stream.of(finding(variable, "holds the literal " + written.get()));
        }
        // Words that stand alone are found where they are written: only a URL gives a part of a word another meaning.
        boolean composed = variable.value().contains("$")
                && variable.value().contains("://")
                && view.references(variable.name()).noneMatch(guilty::contains);
        return composed
                ? view.value(variable.name()).flatMap(Placeholder::in).stream()
                        .map(word -> finding(variable, "comes to hold the literal " + word + " by what it refers to"))
                : Stream.empty();
    }

    private static Finding finding(EnvVariable variable, String what) {
        return RULE.at(
                variable.location(),
                variable.label(),
                "the value of " + variable.label() + " " + what + "; set what it is made from, and write it again");
    }
}
