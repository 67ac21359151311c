package dev.schemawatch.finding;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a check looks for and why it matters: the metadata of its page, of {@code explain} and of every report.
 *
 * @param id kebab-case name derived from the check's class, stable; a renamed rule lists its old ids
 * @param severity the severity of its findings unless configuration says otherwise
 * @param summary one sentence: what is wrong
 * @param why what happens to people who leave it
 * @param instead what to do
 * @param optIn whether it is a matter of taste, and so off unless configuration switches it on
 * @param suppressible whether a comment may silence its errors; not those without which nothing else can be judged
 * @param mandatory whether configuration may neither switch it off nor lower it: what it finds keeps everything else from
 *     being judged
 * @param formerIds ids by which suppressions and configuration may still name the rule
 * @param aliases what other tools call it
 */
public record Rule(
        String id,
        Severity severity,
        String summary,
        String why,
        String instead,
        boolean optIn,
        boolean suppressible,
        boolean mandatory,
        List<String> formerIds,
        List<Alias> aliases) {

    public Rule {
        Objects.requireNonNull(id);
        Objects.requireNonNull(severity);
        formerIds = List.copyOf(formerIds);
        aliases = List.copyOf(aliases);
    }

    /**
     * The name of a rule in another tool. Tools cut their rules differently: an alias may stand for several rules of ours.
     *
     * @param tool its name in lower case: {@code squawk}, {@code prisma-lint}
     */
    public record Alias(String tool, String name) {
        public Alias {
            Objects.requireNonNull(tool);
            Objects.requireNonNull(name);
        }
    }

    /** A rule named after the class that checks it, to be completed by {@code summary}, {@code why}, {@code instead}. */
    public static Rule of(Class<?> check, Severity severity) {
        return named(kebabCase(check.getSimpleName()), severity);
    }

    /** A rule that has no class of its own, to be completed in the same way. */
    public static Rule named(String id, Severity severity) {
        return new Rule(id, severity, "", "", "", false, true, false, List.of(), List.of());
    }

    /** This rule with the given summary. */
    public Rule summary(String text) {
        return new Rule(id, severity, text, why, instead, optIn, suppressible, mandatory, formerIds, aliases);
    }

    /** This rule with the given reason. */
    public Rule why(String text) {
        return new Rule(id, severity, summary, text, instead, optIn, suppressible, mandatory, formerIds, aliases);
    }

    /** This rule with the given advice. */
    public Rule instead(String text) {
        return new Rule(id, severity, summary, why, text, optIn, suppressible, mandatory, formerIds, aliases);
    }

    /** This rule, off unless configuration switches it on. */
    public Rule offByDefault() {
        return new Rule(id, severity, summary, why, instead, true, suppressible, mandatory, formerIds, aliases);
    }

    /** This rule, whose errors no comment silences. */
    public Rule neverSuppressed() {
        return new Rule(id, severity, summary, why, instead, optIn, false, mandatory, formerIds, aliases);
    }

    /** This rule, which neither a comment nor configuration silences or lowers. */
    public Rule alwaysAnError() {
        return new Rule(id, severity, summary, why, instead, optIn, false, true, formerIds, aliases);
    }

    /** This rule, also known by the ids it had before. */
    public Rule formerly(String... ids) {
        return new Rule(id, severity, summary, why, instead, optIn, suppressible, mandatory, List.of(ids), aliases);
    }

    /** This rule, which another tool knows by that name; may be said once for each name. */
    public Rule alias(String tool, String name) {
        List<Alias> all = Stream.concat(aliases.stream(), Stream.of(new Alias(tool, name)))
                .toList();
        return new Rule(id, severity, summary, why, instead, optIn, suppressible, mandatory, formerIds, all);
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
