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

    /** An expected object that the database lacks. */
    static Difference missing(SchemaObject object, Weight weight, String expected) {
        return new Difference(object, Verdict.MISSING, weight, Optional.empty(), expected, "", Optional.empty());
    }

    /** An object of the database that nobody expects. */
    static Difference unexpected(SchemaObject object, Weight weight, String actual) {
        return new Difference(object, Verdict.UNEXPECTED, weight, Optional.empty(), "", actual, Optional.empty());
    }

    /** A property that is not the same on both sides. */
    static Difference different(SchemaObject object, Weight weight, String aspect, Pair<String> texts) {
        return new Difference(
                object,
                Verdict.DIFFERENT,
                weight,
                Optional.of(aspect),
                texts.expected(),
                texts.actual(),
                Optional.empty());
    }

    /** The same difference with another weight. */
    Difference weighing(Weight other) {
        return new Difference(object, verdict, other, aspect, expected, actual, note);
    }

    /** The same difference with a word that helps to judge it. */
    Difference noting(String remark) {
        return new Difference(object, verdict, weight, aspect, expected, actual, Optional.of(remark));
    }

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
        /** Nothing fails and nothing is slow for it, but it is not what the schema says: the name of an index, an index too many. */
        MINOR,
        /**
         * Nothing is wrong: both sides work the same, and the note says who sees a difference all the same (the table of a
         * relation that another major version of Prisma made, a default that Prisma proposes for ever to change).
         */
        COSMETIC,
        /**
         * Worth knowing, but no drift: a database that all migrations were applied to can have it, since Prisma neither
         * makes nor sees such an object (a declared view that is absent).
         */
        ADVISORY
    }
}
