package dev.schemawatch.diff;

import dev.schemawatch.schema.ColumnType;

/** The one question that the comparison may put to a database. */
@FunctionalInterface
public interface ExpressionComparer {

    /** For a comparison without a database at hand: every question stays open. */
    ExpressionComparer NOBODY_TO_ASK = (_, _, _) -> Comparison.UNDECIDED;

    /**
     * Whether two SQL expressions mean the same as the default of a column of that type.
     *
     * @return {@link Comparison#UNDECIDED} when it could not be found out; never throws
     */
    Comparison compare(ColumnType type, String expected, String actual);
}
