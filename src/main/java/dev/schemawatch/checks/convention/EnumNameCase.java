package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.SchemaCheck;
import dev.schemawatch.convention.LetterCase;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.stream.Stream;

/** Flags an enum whose name is put together in another way than those of the others. */
public final class EnumNameCase implements SchemaCheck {
    private static final Rule RULE = Rule.of(EnumNameCase.class, Severity.WARNING)
            .summary("The name of an enum is not in the agreed case")
            .why("The name becomes a type of the generated client, where it stands beside those of the models.")
            .instead("Rename the enum, and keep the database type with @@map.")
            .offByDefault()
            .alias("prisma-lint", "enum-name-pascal-case");

    private final LetterCase letterCase;

    /** The check with the case that is agreed on. */
    public EnumNameCase(CheckSettings settings) {
        letterCase = settings.conventions().naming().enums();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(ProjectSchema project) {
        return project.schema().enums().stream()
                .filter(type -> !letterCase.matches(type.name()))
                .map(type -> RULE.at(
                        type.location(),
                        type.name(),
                        "the name of enum " + type.name() + " is not in " + letterCase + " case; call it "
                                + letterCase.of(type.name()) + " and keep the type with @@map(\"" + type.databaseName()
                                + "\")"));
    }
}
