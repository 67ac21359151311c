package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.TenantRule;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.FieldDefault;
import dev.schemawatch.prisma.Model;
import dev.schemawatch.prisma.ModelKey;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flags a unique constraint of a tenant's model that spans all tenants. Two kinds are left alone, since a global value is
 * what they are for: a value that a machine makes (a token with {@code @default(uuid())}), and the foreign key of a
 * one-to-one relation, whose target belongs to one tenant already. Primary keys are no constraint on what people enter.
 */
public final class UniqueWithoutTenant implements Check<ProjectSchema> {
    private static final Rule RULE = Rule.of(UniqueWithoutTenant.class, Severity.WARNING)
            .summary("A unique constraint spans all tenants")
            .why(
                    "The second tenant that uses the same slug or e-mail address is refused, and learns from the refusal that"
                            + " somebody else has it.")
            .instead("Put the tenant field into the constraint: @@unique([tenantId, slug]).");

    private final Optional<TenantRule> tenant;

    /** The check with the user's rule; without one it finds nothing. */
    public UniqueWithoutTenant(CheckSettings settings) {
        tenant = settings.tenant();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<ProjectSchema> reads() {
        return Fact.SCHEMA;
    }

    @Override
    public Stream<Finding> inspect(ProjectSchema project) {
        return tenant.stream()
                .flatMap(rule -> project.schema().models().stream()
                        .filter(model -> !model.view() && rule.covers(model.name()))
                        .filter(model -> model.field(rule.field()).isPresent())
                        .flatMap(model -> inspect(model, rule)));
    }

    private static Stream<Finding> inspect(Model model, TenantRule rule) {
        return model.uniques().stream()
                .filter(key -> !key.fieldNames().contains(rule.field()))
                .filter(key -> !isMadeByMachine(model, key) && !isOneToOne(model, key))
                .map(key -> finding(model, key, rule));
    }

    private static Finding finding(Model model, ModelKey key, TenantRule rule) {
        String fields = String.join(", ", key.fieldNames());
        return RULE.at(
                key.location(),
                model.name() + "(" + fields + ")",
                "unique " + fields + " of model " + model.name() + " spans all tenants; make it @@unique(["
                        + rule.field() + ", " + fields + "])");
    }

    private static boolean isMadeByMachine(Model model, ModelKey key) {
        return key.fieldNames().stream()
                .flatMap(name -> model.field(name).stream())
                .flatMap(field -> field.defaultValue().stream())
                .anyMatch(value -> switch (value) {
                    case FieldDefault.AutoIncrement _, FieldDefault.ClientGenerated _, FieldDefault.DbGenerated _ ->
                        true;
                    case FieldDefault.Text _,
                            FieldDefault.Numeral _,
                            FieldDefault.Bool _,
                            FieldDefault.EnumValue _,
                            FieldDefault.ListOf _,
                            FieldDefault.Now _ -> false;
                });
    }

    private static boolean isOneToOne(Model model, ModelKey key) {
        Set<String> fields = Set.copyOf(key.fieldNames());
        return model.fields().stream()
                .map(Field::relation)
                .flatMap(Optional::stream)
                .filter(relation -> relation.owning())
                .map(relation -> relation.fields().stream().collect(Collectors.toUnmodifiableSet()))
                .anyMatch(fields::equals);
    }
}
