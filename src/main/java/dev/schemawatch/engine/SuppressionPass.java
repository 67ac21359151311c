package dev.schemawatch.engine;

import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.engine.Outcome.SkippedCheck;
import dev.schemawatch.engine.Outcome.Suppressed;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Suppression;
import dev.schemawatch.finding.SuppressionRules;
import dev.schemawatch.finding.Suppressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes the findings out that comments silence, and finds what is wrong with the comments themselves. */
final class SuppressionPass {
    private final RuleSelection selection;
    private final Set<String> skipped;
    private final List<Suppression> suppressions = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Suppressed> suppressed = new ArrayList<>();

    /** @param skipped what could not be checked everywhere: whether a suppression of it is of use is not known */
    SuppressionPass(RuleSelection selection, List<SkippedCheck> skipped) {
        this.selection = selection;
        this.skipped = skipped.stream().map(SkippedCheck::rule).collect(Collectors.toUnmodifiableSet());
    }

    void add(Suppressions file) {
        suppressions.addAll(file.all());
        file.problems().forEach(this::report);
    }

    void apply(List<Finding> found) {
        Set<Suppression> used = new HashSet<>();
        for (Finding finding : found) {
            List<Suppression> silencing = suppressions.stream()
                    .filter(suppression -> silences(suppression, finding))
                    .toList();
            if (silencing.isEmpty()) {
                findings.add(finding);
            } else {
                used.addAll(silencing);
                suppressed.add(new Suppressed(finding, silencing.getFirst()));
            }
        }
        suppressions.forEach(suppression -> judge(suppression, used.contains(suppression)));
    }

    /** What is left, and what the comments themselves are found guilty of. */
    List<Finding> findings() {
        return findings;
    }

    List<Suppressed> suppressed() {
        return suppressed;
    }

    private boolean silences(Suppression suppression, Finding finding) {
        return suppression.covers(finding.location())
                && named(suppression, finding)
                        .filter(rule -> rule.suppressible() || finding.severity() != Severity.ERROR)
                        .isPresent();
    }

    private Optional<Rule> named(Suppression suppression, Finding finding) {
        return suppression.isForeign()
                ? selection.catalog().find(finding.rule()).filter(suppression::namesAlias)
                : rule(suppression).filter(rule -> rule.id().equals(finding.rule()));
    }

    private void judge(Suppression suppression, boolean used) {
        if (suppression.isForeign()) {
            return;
        }
        Optional<Rule> rule = rule(suppression);
        if (rule.isEmpty()) {
            report(at(
                    SuppressionRules.UNKNOWN_RULE,
                    suppression,
                    selection.catalog().unknown(suppression.rule()) + " Run schemawatch rules for all of them"));
            return;
        }
        if (suppression.reason().isEmpty()) {
            report(at(
                    SuppressionRules.WITHOUT_REASON,
                    suppression,
                    "the suppression of " + suppression.rule() + " gives no reason; write one behind a colon"));
        }
        if (!used && isJudged(rule.get())) {
            report(at(SuppressionRules.UNUSED, suppression, unused(suppression, rule.get())));
        }
    }

    private boolean isJudged(Rule rule) {
        return selection.severity(rule).isPresent() && !skipped.contains(rule.id());
    }

    private static String unused(Suppression suppression, Rule rule) {
        if (!rule.suppressible()) {
            return "errors of " + rule.id() + " cannot be suppressed by a comment; remove it";
        }
        return switch (suppression.covered()) {
            case Suppression.Covered.WholeFile() -> rule.id() + " finds nothing in this file; remove the comment";
            case Suppression.Covered.Part _ ->
                rule.id() + " finds nothing there; remove the comment, or move it in front of what it is about";
            case Suppression.Covered.Nothing() ->
                "nothing follows that " + rule.id() + " could be about; move the comment in front of what it is about";
        };
    }

    private static Finding at(Rule rule, Suppression suppression, String message) {
        Location place = suppression.comment();
        return rule.at(
                place,
                suppression.rule()
                        + suppression.reason().map(text -> ": " + text).orElse(""),
                message);
    }

    private Optional<Rule> rule(Suppression suppression) {
        return selection.catalog().find(suppression.rule());
    }

    private void report(Finding finding) {
        selection.apply(finding).ifPresent(findings::add);
    }
}
