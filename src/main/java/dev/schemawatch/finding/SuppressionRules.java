package dev.schemawatch.finding;

import java.util.List;

/** The rules of suppressions themselves: a comment that silences nothing, or says not why, is noise that hides the next fault. */
public final class SuppressionRules {
    /** A comment that silences nothing. */
    public static final Rule UNUSED = rule("unused-suppression", Severity.WARNING)
            .summary("A suppression that suppresses nothing")
            .why("Whatever it was written for is gone, and the next fault of that rule at this place would be"
                    + " hidden by it.")
            .instead("Remove the comment, or move it in front of what it is about.");

    /** A comment without a reason. */
    public static final Rule WITHOUT_REASON = rule("suppression-without-reason", Severity.WARNING)
            .summary("A suppression that does not say why")
            .why("Nobody who reads it later can tell whether it still holds, so it stays for ever.")
            .instead("Write the reason behind a colon: schemawatch-ignore some-rule: why it does not apply here.");

    /** A comment that names a rule which does not exist. */
    public static final Rule UNKNOWN_RULE = rule("unknown-rule-in-suppression", Severity.ERROR)
            .summary("A suppression names a rule that does not exist")
            .why("It suppresses nothing, and its author believes that it does.")
            .instead("Name a rule by its id; schemawatch rules lists them.");

    /** A comment that cannot be understood. */
    public static final Rule MALFORMED = rule("malformed-suppression", Severity.ERROR)
            .summary("A suppression that cannot be understood")
            .why("It suppresses nothing, or not what its author had in mind.")
            .instead("Write schemawatch-ignore RULE[, RULE]: reason, with -start and -end around a region, or -file for"
                    + " a file.");

    private SuppressionRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(MALFORMED, WITHOUT_REASON, UNKNOWN_RULE, UNUSED);
    }

    private static Rule rule(String id, Severity severity) {
        return Rule.named(id, severity).neverSuppressed();
    }
}
