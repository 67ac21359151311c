package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Flags a name that one file sets twice: loaders take the last entry, and whoever edits the first one wonders. */
public final class DuplicateEnvVariable implements Check<EnvFile> {
    private static final Rule RULE = Rule.of(DuplicateEnvVariable.class, Severity.WARNING)
            .summary("A variable is set twice in one file")
            .why("Loaders take the last entry without a word. Whoever edits the first one changes nothing.")
            .instead("One entry for each variable; comment the others out.");

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
        Map<String, EnvVariable> counting = file.byName();
        return file.variables().stream()
                .filter(variable -> counting.get(variable.name()) != variable)
                .map(variable -> RULE.at(
                        variable.location(),
                        variable.label(),
                        variable.label() + " is set again in line "
                                + Objects.requireNonNull(counting.get(variable.name()))
                                        .location()
                                        .line()
                                + ", and that entry counts; keep one of them"));
    }
}
