package dev.schemawatch.postgres;

import dev.schemawatch.diff.Comparison;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.diff.WrittenForms;
import dev.schemawatch.schema.ColumnType;
import java.util.Map;

/**
 * The answers of a server, for use after the connection to it has ended. A question that was not put then, because the
 * schema has been edited since, is open until the database is looked at again.
 *
 * @param answers beyond what the written form tells
 */
public record RecordedAnswers(Map<Question, Comparison> answers) implements ExpressionComparer {
    public RecordedAnswers {
        answers = Map.copyOf(answers);
    }

    @Override
    public Comparison compare(ColumnType type, String expected, String actual) {
        Comparison written = new WrittenForms().compare(type, expected, actual);
        return written != Comparison.UNDECIDED
                ? written
                : answers.getOrDefault(new Question(type, expected, actual), Comparison.UNDECIDED);
    }

    /** Two defaults of a column of that type. */
    public record Question(ColumnType type, String expected, String actual) {}
}
