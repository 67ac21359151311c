package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ModelCheck;
import dev.schemawatch.convention.GrammaticalNumber;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Model;
import java.util.stream.Stream;

/** Flags a model in the plural where models are in the singular, or the other way round. */
public final class ModelNameNumber implements ModelCheck {
    private static final Rule RULE = Rule.of(ModelNameNumber.class, Severity.WARNING)
            .summary("The name of a model is not in the agreed grammatical number")
            .why("A model is the type of one row: db.users.create makes one user, and nobody remembers which models"
                    + " are called how.")
            .instead("Rename the model, and keep its table with @@map.")
            .offByDefault()
            .alias("prisma-lint", "model-name-grammatical-number");

    private final GrammaticalNumber number;

    /** The check with the number that is agreed on. */
    public ModelNameNumber(CheckSettings settings) {
        number = settings.conventions().naming().modelNumber();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspectModel(Model model) {
        return number.allows(model.name())
                ? Stream.empty()
                : Stream.of(RULE.at(
                        model.location(),
                        model.name(),
                        "the name of model " + model.name() + " is not in the " + number
                                + "; rename it and keep the table with @@map(\"" + model.databaseName() + "\")"));
    }
}
