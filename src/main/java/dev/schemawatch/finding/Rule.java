package dev.schemawatch.finding;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a check looks for and why it matters: the metadata of its page, of {@code explain} and of every report.
 *
 * @param id kebab-case name derived from the check's class, stable; a renamed rule lists its old ids
 * @param severity the severity of its findings unless configuration says otherwise
 * @param summary one sentence: what is wrong
 * @param why what happens to people who leave it
 * @param instead what to do
 * @param formerIds ids by which suppressions and configuration may still name the rule
 */
public record Rule(String id, Severity severity, String summary, String why, String instead, List<String> formerIds) {

    public Rule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(severity);
        formerIds = List.copyOf(formerIds);
    }

    /** A rule named after the class that checks it, to be completed by {@code summary}, {@code why}, {@code instead}. */
    public static Rule of(Class<?> check, Severity severity) {
        return new Rule(kebabCase(check.getSimpleName()), severity, "", "", "", List.of());
    }

    /** This rule with the given summary. */
    public Rule summary(String text) {
        return new Rule(id, severity, text, why, instead, formerIds);
    }

    /** This rule with the given reason. */
    public Rule why(String text) {
        return new Rule(id, severity, summary, text, instead, formerIds);
    }

    /** This rule with the given advice. */
    public Rule instead(String text) {
        return new Rule(id, severity, summary, why, text, formerIds);
    }

    /** This rule, also known by the ids it had before. */
    public Rule formerly(String... ids) {
        return new Rule(id, severity, summary, why, instead, List.of(ids));
    }

    /**
     * A finding of this rule with the rule's own severity.
     *
     * @param subject what the finding is about, in words that survive edits elsewhere in the file (never a line number)
     */
    public Finding at(Location location, String subject, String message) {
        return new Finding(id, severity, location, subject, message);
    }

    private static String kebabCase(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
