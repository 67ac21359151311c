package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.SchemaCheck;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Flags a model that the user's list requires and the schema does not declare. */
public final class MissingRequiredModel implements SchemaCheck {
    private static final Rule RULE = Rule.of(MissingRequiredModel.class, Severity.ERROR)
            .summary("A model that the application cannot do without is missing")
            .why("A merge or a bad prisma db pull can drop a model without an error; the next migration then drops its"
                    + " table and everything in it.")
            .instead("Restore the model, or take it off required-models when it is gone on purpose.");

    private final List<String> required;

    /** The check with the user's list; an empty one finds nothing. */
    public MissingRequiredModel(CheckSettings settings) {
        required = settings.requiredModels();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(ProjectSchema project) {
        return required.stream()
                .filter(name -> project.schema().model(name).isEmpty())
                .map(name -> RULE.at(
                        project.location(),
                        name,
                        "model " + name + " is required and not declared; restore it, or take it off required-models"
                                + " in schemawatch.yaml"));
    }
}
