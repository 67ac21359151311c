package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Flags the text that JavaScript makes of a value that is not there, inside the value of a variable. A word counts only
 * where it stands alone between punctuation ({@code ?connection_limit=undefined}), so that {@code /dev/null} and a password
 * that happens to contain {@code null} pass.
 */
public final class PlaceholderInEnvValue implements Check<EnvFile> {
    private static final Rule RULE = Rule.of(PlaceholderInEnvValue.class, Severity.ERROR)
            .summary("A variable's value holds a literal undefined, null, NaN or [object Object]")
            .why(
                    "A script wrote the value from something that was not set. The application takes the word for the value:"
                            + " a connection limit of undefined, a host called null.")
            .instead("Set what the value is made from, then write the value again.");

    /** Case matters: these are exactly the texts that JavaScript makes. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?<![\\w.-]|/dev/)(undefined|null|NaN)(?![\\w.-])|\\[object Object]");

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
        return file.variables().stream().flatMap(PlaceholderInEnvValue::inspect);
    }

    private static Stream<Finding> inspect(EnvVariable variable) {
        Optional<String> placeholder = PLACEHOLDER
                .matcher(variable.value())
                .results()
                .map(MatchResult::group)
                .findFirst();
        return placeholder.stream()
                .map(text -> RULE.at(
                        variable.location(),
                        variable.name(),
                        "the value of " + variable.name() + " holds the literal " + text
                                + "; set what it is made from, and write it again"));
    }
}
