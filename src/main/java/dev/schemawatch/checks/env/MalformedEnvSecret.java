package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.check.Fact;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.env.SecretShape;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Flags a secret that has not the length or the characters that it must have. Examples hold no secrets and pass. */
public final class MalformedEnvSecret implements Check<EnvFile> {
    private static final Rule RULE = Rule.of(MalformedEnvSecret.class, Severity.ERROR)
            .summary("A secret has not the length or the characters that it must have")
            .why(
                    "The key is refused, or cut, or stretched, when it is first used, and that may be long after the start.")
            .instead(
                    "Make a new secret of the form that env.variables of schemawatch.yaml asks for: openssl rand -hex 32.");

    private final EnvSettings settings;
    private final SortedMap<String, SecretShape> secrets;

    /** @param settings say what secrets look like */
    public MalformedEnvSecret(CheckSettings settings) {
        this.settings = settings.env();
        this.secrets = settings.env().secrets();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<EnvFile> reads() {
        return Fact.EACH_ENV_FILE;
    }

    /** An empty secret is none, which matters where it is needed. */
    private boolean isEmpty(EnvFile file, String name) {
        return file.variable(name).isPresent() && settings.isRequired(file.path(), name);
    }

    @Override
    public Stream<Finding> inspect(EnvFile file) {
        if (secrets.isEmpty() || file.example()) {
            return Stream.empty();
        }
        Map<String, EnvVariable> entries = file.byName();
        EnvView view = new EnvView(List.of(file));
        return secrets.entrySet().stream()
                .filter(secret -> (view.isSet(secret.getKey()) || isEmpty(file, secret.getKey()))
                        && view.unresolved(secret.getKey()).isEmpty()
                        && !secret.getValue().admits(view.value(secret.getKey()).orElse("")))
                .map(secret -> RULE.at(
                        Objects.requireNonNull(entries.get(secret.getKey())).location(),
                        secret.getKey(),
                        "the value of " + secret.getKey() + " must be "
                                + secret.getValue().words() + "; make a new one of that form"));
    }
}
