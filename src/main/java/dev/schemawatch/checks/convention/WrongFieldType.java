package dev.schemawatch.checks.convention;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.FieldCheck;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.convention.RequiredType;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Suggestion;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import dev.schemawatch.prisma.PrismaEnum;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.prisma.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        this(settings.conventions().fields().types());
    }

    private WrongFieldType(List<RequiredType> required) {
        this.required = required;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    /** A type that the schema does not know is said once, and not of every field. */
    @Override
    public Stream<Finding> inspect(ProjectSchema project) {
        Set<String> known = types(project.schema());
        Stream<Finding> unknown = required.stream()
                .map(RequiredType::type)
                .filter(type -> !known.contains(type))
                .distinct()
                .map(type -> RULE.at(
                        project.location(),
                        type,
                        "rules.wrong-field-type.types in schemawatch.yaml names the type " + type
                                + ", which the schema does not know." + Suggestion.sentence(type, known)
                                + " Correct it there"));
        WrongFieldType sound = new WrongFieldType(
                required.stream().filter(type -> known.contains(type.type())).toList());
        return Stream.concat(unknown, sound.inFields(project));
    }

    private Stream<Finding> inFields(ProjectSchema project) {
        return FieldCheck.super.inspect(project);
    }

    private static Set<String> types(PrismaSchema schema) {
        return Stream.of(
                        Stream.of(ScalarType.values()).map(ScalarType::keyword),
                        schema.enums().stream().map(PrismaEnum::name),
                        schema.models().stream().map(Model::name),
                        schema.compositeTypes().stream())
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
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
