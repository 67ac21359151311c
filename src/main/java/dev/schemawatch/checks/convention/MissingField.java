package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ModelCheck;
import dev.schemawatch.convention.NamePattern;
import dev.schemawatch.convention.RequiredField;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a model without a field that all models of its kind have. */
public final class MissingField implements ModelCheck {
    private static final Rule RULE = Rule.of(MissingField.class, Severity.WARNING)
            .summary("A model lacks a field that the team requires")
            .why("What every table has is what tools rely on: who wrote a row and when, or in which currency an"
                    + " amount is.")
            .instead("Add the field, with a default for the rows that exist.")
            .offByDefault()
            .alias("prisma-lint", "require-field");

    private final List<RequiredField> required;

    /** The check with the user's list; an empty one finds nothing. */
    public MissingField(CheckSettings settings) {
        required = settings.conventions().fields().required();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspectModel(Model model) {
        return required.stream()
                .filter(field -> model.field(field.name()).isEmpty())
                .flatMap(field -> reason(model, field).stream()
                        .map(reason -> RULE.at(
                                model.location(),
                                model.name() + "." + field.name(),
                                "model " + model.name() + " has no field " + field.name() + ", which " + reason
                                        + " must have; add it")));
    }

    /** Which models must have it, when this is one of them. */
    private static Optional<String> reason(Model model, RequiredField required) {
        if (required.sibling().isEmpty()) {
            return Optional.of("every model");
        }
        NamePattern sibling = required.sibling().get();
        return model.fields().stream()
                .map(Field::name)
                .filter(sibling::matches)
                .findFirst()
                .map(name -> "a model with " + name);
    }
}
