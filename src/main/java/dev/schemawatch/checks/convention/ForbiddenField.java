package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.convention.NamePattern;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.List;
import java.util.Optional;

/** Flags a field that no model may have. */
public final class ForbiddenField implements FieldCheck {
    private static final Rule RULE = Rule.of(ForbiddenField.class, Severity.WARNING)
            .summary("A model has a field that the team has ruled out")
            .why("Some names stand for a decision that was taken back: a soft delete, a legacy key. A new one"
                    + " brings it back.")
            .instead("Remove the field, or rename it when it means something else.")
            .offByDefault()
            .alias("prisma-lint", "forbid-field");

    private final List<NamePattern> forbidden;

    /** The check with the user's list; an empty one finds nothing. */
    public ForbiddenField(CheckSettings settings) {
        forbidden = settings.conventions().fields().forbidden();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        return forbidden.stream()
                .filter(pattern -> pattern.matches(field.name()))
                .findFirst()
                .map(pattern -> "is ruled out by " + pattern + " in rules.forbidden-field.fields; remove or rename it");
    }
}
