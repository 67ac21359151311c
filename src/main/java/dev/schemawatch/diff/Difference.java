package dev.schemawatch.diff;

import java.util.Comparator;
import java.util.Optional;

/**
 * One difference between the expected and the actual schema, ready to be shown.
 *
 * @param aspect which property differs ({@code type}, {@code nullability}, {@code default}, {@code columns} …); empty when
 *     the object as a whole is missing or unexpected
 * @param expected what the schema says, as text; empty for an unexpected object
 * @param actual what the database holds, as text; empty for a missing object
 * @param note what helps to judge it ("a table made by Prisma before version 6"); often empty
 */
public record Difference(
        SchemaObject object,
        Verdict verdict,
        Weight weight,
        Optional<String> aspect,
        String expected,
        String actual,
        Optional<String> note)
        implements Comparable<Difference> {

    private static final Comparator<Difference> ORDER = Comparator.comparing(Difference::object)
            .thenComparing(Difference::verdict)
            .thenComparing(difference -> difference.aspect().orElse(""))
            .thenComparing(Difference::expected)
            .thenComparing(Difference::actual);

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }

    /** What kind of difference. */
    public enum Verdict {
        /** Expected, and not in the database. */
        MISSING,
        /** In the database, and not expected. */
        UNEXPECTED,
        /** In both, and not the same. */
        DIFFERENT,
        /** In both, and it could not be found out whether it is the same. */
        UNDECIDED
    }

    /** How much it matters to the application that runs on the database. */
    public enum Weight {
        /** Queries can fail or lose data. */
        BREAKING,
        /** Worth mending; nothing fails today. */
        NOTABLE,
        /** Cosmetic, for example the name of an index. */
        MINOR
    }
}
