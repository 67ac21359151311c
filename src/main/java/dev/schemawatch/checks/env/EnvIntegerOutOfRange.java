package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.Fact;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.env.IntegerRange;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Flags a variable that must hold a whole number within bounds and holds anything else, or nothing. */
public final class EnvIntegerOutOfRange implements Check<EnvFile> {
    private static final Rule RULE = Rule.of(EnvIntegerOutOfRange.class, Severity.ERROR)
            .summary("A variable does not hold the whole number that it must hold")
            .why(
                    "Nobody notices until the number is used: parseInt makes NaN of it, or takes the digits at its start, and"
                            + " a connection limit of NaN or 0 ends in a pool that never hands out a connection.")
            .instead("A number within the bounds that env.variables of schemawatch.yaml gives, for example 5.");

    private final SortedMap<String, IntegerRange> integers;
    private final EnvSettings settings;

    /** @param settings say which variables hold numbers */
    public EnvIntegerOutOfRange(CheckSettings settings) {
        this.integers = settings.env().integers();
        this.settings = settings.env();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<EnvFile> reads() {
        return Fact.EACH_ENV_FILE;
    }

    /** An empty value is less than any least one; it passes where there is none, or where it need not be set. */
    private boolean mustNotBeEmpty(EnvFile file, String name, IntegerRange range) {
        return !file.example()
                && file.variable(name).isPresent()
                && (range.least().isPresent() && !settings.optional().contains(name)
                        || settings.isRequired(file.path(), name));
    }

    @Override
    public Stream<Finding> inspect(EnvFile file) {
        if (integers.isEmpty()) {
            return Stream.empty();
        }
        Map<String, EnvVariable> entries = file.byName();
        EnvView view = new EnvView(List.of(file));
        return integers.entrySet().stream()
                .filter(integer -> (view.isSet(integer.getKey())
                                || mustNotBeEmpty(file, integer.getKey(), integer.getValue()))
                        && view.unresolved(integer.getKey()).isEmpty()
                        && !integer.getValue()
                                .admits(view.value(integer.getKey()).orElse("").strip())
                        && !file.isTemplate(integer.getKey()))
                .map(integer -> RULE.at(
                        Objects.requireNonNull(entries.get(integer.getKey())).location(),
                        integer.getKey(),
                        integer.getKey() + " must hold " + integer.getValue().words() + "; write one"));
    }
}
