package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.convention.LetterCase;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.Optional;

/** Flags a column that is not called as its field, in the case of columns. */
public final class ColumnNameCase implements FieldCheck {
    private static final Rule RULE = Rule.of(ColumnNameCase.class, Severity.WARNING)
            .summary("The name of a column does not follow from that of its field")
            .why("Whoever writes SQL has to look up which column a field is, and quote the name where it has capitals.")
            .instead("Give the field @map with the name that the message proposes; renaming the column of a running"
                    + " system is a migration of its own.")
            .offByDefault()
            .alias("prisma-lint", "field-name-mapping-snake-case");

    private final LetterCase letterCase;

    /** The check with the case that is agreed on. */
    public ColumnNameCase(CheckSettings settings) {
        letterCase = settings.conventions().naming().columns();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        if (!field.isColumn() || letterCase.matches(field.databaseName(), field.name())) {
            return Optional.empty();
        }
        String better = letterCase.of(field.name());
        return Optional.of("is the column " + field.databaseName() + "; "
                + (better.equals(field.name()) ? "leave out its @map" : "call it @map(\"" + better + "\")"));
    }
}
