package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.convention.GrammaticalNumber;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.Optional;

/** Flags a list called as if it held one thing, or the other way round. */
public final class FieldNameNumber implements FieldCheck {
    private static final Rule RULE = Rule.of(FieldNameNumber.class, Severity.WARNING)
            .summary("The name of a list is not in the agreed grammatical number")
            .why("The name is all that a reader of application code sees of the type: user.booking looks like one"
                    + " booking.")
            .instead("Rename the field; a list of values keeps its column with @map.")
            .offByDefault()
            .alias("prisma-lint", "field-name-grammatical-number");

    private final GrammaticalNumber number;

    /** The check with the number that is agreed on. */
    public FieldNameNumber(CheckSettings settings) {
        number = settings.conventions().naming().listNumber();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        if (field.arity() != Arity.LIST || number.allows(field.name())) {
            return Optional.empty();
        }
        String problem = "is a list, and its name is not in the " + number + "; rename it";
        return Optional.of(
                field.isColumn()
                        ? problem + " and keep the column with @map(\"" + field.databaseName() + "\")"
                        : problem);
    }
}
