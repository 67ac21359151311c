package dev.schemawatch.checks.convention;

import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.Optional;

/** Flags a field that the client cannot fill and the database does not. */
public final class RequiredIgnoredField implements FieldCheck {
    private static final Rule RULE = Rule.of(RequiredIgnoredField.class, Severity.WARNING)
            .summary("A required field is hidden from the client and has no default")
            .why("The generated client offers no create for such a model, or every insert fails: nothing fills the"
                    + " column.")
            .instead("Make the field optional, give it a default, or show it to the client.")
            .offByDefault()
            .alias("prisma-lint", "forbid-required-ignored-field");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        boolean empty = field.ignored()
                && field.arity() == Arity.REQUIRED
                && field.isColumn()
                && field.defaultValue().isEmpty();
        return empty && !model.ignored()
                ? Optional.of(
                        "is hidden by @ignore, required, and has no default; make it optional or give it @default")
                : Optional.empty();
    }
}
