package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.SchemaCheck;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags a schema with fewer models than an application can do with. */
public final class SuspiciouslySmallSchema implements SchemaCheck {
    private static final Rule RULE = Rule.of(SuspiciouslySmallSchema.class, Severity.WARNING)
            .summary("The schema declares suspiciously few models")
            .why("A datasource without models is what a bad merge or a failed prisma db pull leaves behind; the"
                    + " next migration drops every table.")
            .instead("Restore the models from git; if the schema is meant to be small, set"
                    + " rules.suspiciously-small-schema.models.");

    private final int fewest;

    /** The check with the number that is expected at least. */
    public SuspiciouslySmallSchema(CheckSettings settings) {
        fewest = settings.conventions().size().fewestModels();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(ProjectSchema project) {
        int models = project.schema().models().size();
        return models >= fewest
                ? Stream.empty()
                : Stream.of(RULE.at(
                        project.location(),
                        "models",
                        "the schema declares "
                                + (models == 0 ? "no model" : "only " + models + " of at least " + fewest + " models")
                                + "; restore what is missing (git log -p -- "
                                + project.project().schema() + ")"));
    }
}
