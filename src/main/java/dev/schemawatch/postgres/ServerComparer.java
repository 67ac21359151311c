package dev.schemawatch.postgres;

import dev.schemawatch.diff.Comparison;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.diff.WrittenForms;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.QualifiedName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares defaults by their written form and, where that leaves a doubt about two constants, lets the server convert both
 * to the column's type. The constants travel as parameters: no text of a schema file is ever run as SQL.
 *
 * <p>What it answered is kept, to be recorded: the connection is gone when the schema is compared.
 */
final class ServerComparer implements ExpressionComparer {
    private final CatalogTransaction catalog;
    private final Set<QualifiedName> enums;
    private final WrittenForms forms = new WrittenForms();
    private final Map<RecordedAnswers.Question, Comparison> answers = new HashMap<>();

    /** @param enums the enumerated types: their labels differ when their texts do */
    ServerComparer(CatalogTransaction catalog, Set<QualifiedName> enums) {
        this.catalog = catalog;
        this.enums = Set.copyOf(enums);
    }

    @Override
    public Comparison compare(ColumnType type, String expected, String actual) {
        Comparison written = forms.compare(type, expected, actual);
        return written != Comparison.UNDECIDED
                ? written
                : answers.computeIfAbsent(
                        new RecordedAnswers.Question(type, expected, actual),
                        _ -> compareConstants(
                                type, WrittenForms.constant(type, expected), WrittenForms.constant(type, actual)));
    }

    /** What was answered so far beyond the written form. */
    RecordedAnswers recorded() {
        return new RecordedAnswers(answers);
    }

    private Comparison compareConstants(ColumnType type, Optional<String> expected, Optional<String> actual) {
        if (expected.isEmpty() || actual.isEmpty()) {
            return Comparison.UNDECIDED;
        }
        if (enums.contains(new QualifiedName(type.schema(), type.name())) && !type.list()) {
            return expected.equals(actual) ? Comparison.EQUAL : Comparison.DIFFERENT;
        }
        return type.schema().isEmpty() ? ask(type, expected.get(), actual.get()) : Comparison.UNDECIDED;
    }

    /** Only types of {@code pg_catalog}: the input of others may run functions that somebody wrote. */
    private Comparison ask(ColumnType type, String expected, String actual) {
        String converted = "CAST(CAST(? AS text) AS " + sql(type) + ")::text";
        try {
            boolean same = catalog.attempt(() -> catalog.ask(
                            "SELECT " + converted + " = " + converted,
                            List.of(expected, actual),
                            row -> row.getBoolean(1))
                    .getFirst());
            return same ? Comparison.EQUAL : Comparison.DIFFERENT;
        } catch (SQLException _) {
            return Comparison.UNDECIDED;
        }
    }

    /** The type as SQL writes it; json is compared as jsonb, which does not keep blanks and the order of keys. */
    private static String sql(ColumnType type) {
        String name = type.name().equals("json") ? "jsonb" : type.name();
        String modifiers = type.modifiers().isEmpty() ? "" : "(" + String.join(",", type.modifiers()) + ")";
        int zone = name.indexOf(" with");
        String scalar = zone < 0 ? name + modifiers : name.substring(0, zone) + modifiers + name.substring(zone);
        return scalar + (type.list() ? "[]" : "");
    }
}
