package dev.schemawatch.checks.convention;

import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.Optional;

/** Flags a list of values that is null until somebody fills it. */
public final class ListWithoutDefault implements FieldCheck {
    private static final Rule RULE = Rule.of(ListWithoutDefault.class, Severity.WARNING)
            .summary("A list has no default")
            .why("Rows that are inserted without it hold null, which is neither empty nor found by an array"
                    + " operator; Prisma shows both as an empty list.")
            .instead("Give the field @default([]).")
            .offByDefault()
            .alias("prisma-lint", "require-default-empty-arrays");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        return field.arity() == Arity.LIST
                        && field.isColumn()
                        && field.defaultValue().isEmpty()
                ? Optional.of("is a list without a default; give it @default([])")
                : Optional.empty();
    }
}
