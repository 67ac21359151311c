package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.convention.RequiredType;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.List;
import java.util.Optional;

/** Flags a field whose name says a type that it does not have. */
public final class WrongFieldType implements FieldCheck {
    private static final Rule RULE = Rule.of(WrongFieldType.class, Severity.WARNING)
            .summary("A field does not have the type that the team agreed on")
            .why("Two columns of the same name are joined and compared; where one is text and the other a uuid, no"
                    + " index helps.")
            .instead("Change the type of the field, and look at what the migration does to the rows that exist.")
            .offByDefault()
            .alias("prisma-lint", "require-field-type");

    private final List<RequiredType> required;

    /** The check with the user's list; an empty one finds nothing. */
    public WrongFieldType(CheckSettings settings) {
        required = settings.conventions().fields().types();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Optional<String> problem(Model model, Field field) {
        return required.stream()
                .filter(type -> type.field().matches(field.name()) && !has(field, type))
                .findFirst()
                .map(type -> "is " + field.typeName()
                        + field.nativeType()
                                .map(given -> " @db." + given.display())
                                .orElse("") + " and must be "
                        + type.declaration() + "; change its type");
    }

    private static boolean has(Field field, RequiredType required) {
        return field.typeName().equals(required.type())
                && required
                        .nativeType()
                        .map(text -> text.substring(text.indexOf('.') + 1).replace(" ", ""))
                        .stream()
                        .allMatch(text -> field.nativeType()
                                .filter(given -> given.display().equals(text))
                                .isPresent());
    }
}
