package dev.schemawatch.diff;

import static dev.schemawatch.diff.Difference.Weight.MINOR;

import java.util.Optional;

/** What is said of a part that PostgreSQL did not print because another session held the table. */
final class Unread {
    private Unread() {}

    static Difference difference(SchemaObject object, String aspect, Pair<String> texts) {
        return new Difference(
                object,
                Difference.Verdict.UNDECIDED,
                MINOR,
                Optional.of(aspect),
                texts.expected(),
                texts.actual(),
                Optional.of("table " + object.owner() + " is locked by another session, probably a running migration:"
                        + " look again when it has ended"));
    }
}
