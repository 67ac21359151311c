package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ModelCheck;
import dev.schemawatch.convention.LetterCase;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Model;
import java.util.stream.Stream;

/** Flags a model whose name is put together in another way than those of the others. */
public final class ModelNameCase implements ModelCheck {
    private static final Rule RULE = Rule.of(ModelNameCase.class, Severity.WARNING)
            .summary("The name of a model is not in the agreed case")
            .why("People and generated clients guess names; one that is written in its own way is looked for in vain.")
            .instead("Rename the model, and keep its table with @@map.")
            .offByDefault()
            .alias("prisma-lint", "model-name-pascal-case");

    private final LetterCase letterCase;

    /** The check with the case that is agreed on. */
    public ModelNameCase(CheckSettings settings) {
        letterCase = settings.conventions().naming().models();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspectModel(Model model) {
        String better = letterCase.of(model.name());
        return letterCase.matches(model.name())
                ? Stream.empty()
                : Stream.of(RULE.at(
                        model.location(),
                        model.name(),
                        "the name of model " + model.name() + " is not in " + letterCase + " case; call it " + better
                                + " and keep the table with @@map(\"" + model.databaseName() + "\")"));
    }
}
