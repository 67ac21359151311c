package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.convention.LetterCase;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.Optional;

/** Flags a field whose name is put together in another way than those of the others. */
public final class FieldNameCase implements FieldCheck {
    private static final Rule RULE = Rule.of(FieldNameCase.class, Severity.WARNING)
            .summary("The name of a field is not in the agreed case")
            .why("The name is what application code writes; a mixture makes people look up every one.")
            .instead("Rename the field, and keep its column with @map.")
            .offByDefault()
            .alias("prisma-lint", "field-name-camel-case");

    private final LetterCase letterCase;

    /** The check with the case that is agreed on. */
    public FieldNameCase(CheckSettings settings) {
        letterCase = settings.conventions().naming().fields();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        if (letterCase.matches(field.name())) {
            return Optional.empty();
        }
        String better = "is not in " + letterCase + " case; call it " + letterCase.of(field.name());
        return Optional.of(
                field.isColumn()
                        ? better + " and keep the column with @map(\"" + field.databaseName() + "\")"
                        : better);
    }
}
