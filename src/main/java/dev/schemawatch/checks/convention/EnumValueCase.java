package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.SchemaCheck;
import dev.schemawatch.convention.LetterCase;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.PrismaEnum;
import java.util.stream.Stream;

/** Flags a value of an enum that is put together in another way than the others. */
public final class EnumValueCase implements SchemaCheck {
    private static final Rule RULE = Rule.of(EnumValueCase.class, Severity.WARNING)
            .summary("The name of an enum value is not in the agreed case")
            .why("Values are compared as text in logs, in raw SQL and by other services: a mixture makes some"
                    + " comparisons fail in silence.")
            .instead("Rename the value, and keep the label in the database with @map.")
            .offByDefault()
            .alias("prisma-lint", "enum-value-case")
            .alias("prisma-lint", "enum-value-snake-case");

    private final LetterCase letterCase;

    /** The check with the case that is agreed on. */
    public EnumValueCase(CheckSettings settings) {
        letterCase = settings.conventions().naming().enumValues();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(ProjectSchema project) {
        return project.schema().enums().stream()
                .flatMap(type -> type.values().stream()
                        .filter(value -> !letterCase.matches(value.name()))
                        .map(value -> finding(type, value)));
    }

    private Finding finding(PrismaEnum type, PrismaEnum.Value value) {
        return RULE.at(
                value.location(),
                type.name() + "." + value.name(),
                "value " + value.name() + " of enum " + type.name() + " is not in " + letterCase + " case; call it "
                        + letterCase.of(value.name()) + " and keep the label with @map(\"" + value.databaseName()
                        + "\")");
    }
}
