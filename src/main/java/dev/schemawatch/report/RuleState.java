package dev.schemawatch.report;

import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule as the configuration leaves it.
 *
 * @param inForce the severity of its findings; empty when it is off
 */
public record RuleState(Rule rule, Optional<Severity> inForce) {
    public RuleState {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(inForce);
    }

    /** Whether one of its names, here or elsewhere, or its summary holds that word, in whatever case. */
    public boolean speaksOf(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Stream.of(
                        Stream.of(rule.id(), rule.summary()),
                        rule.formerIds().stream(),
                        rule.aliases().stream().map(Rule.Alias::name),
                        rule.aliases().stream().map(Rule.Alias::tool))
                .flatMap(texts -> texts)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** The severity that its findings have, or would have. */
    Severity severity() {
        return inForce.orElse(rule.severity());
    }

    /** {@code on} or {@code off}. */
    String state() {
        return inForce.isPresent() ? "on" : "off";
    }
}
