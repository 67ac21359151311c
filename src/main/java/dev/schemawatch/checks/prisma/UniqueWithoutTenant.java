package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.SchemaCheck;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Flags a unique constraint or a natural primary key of a tenant's model that spans all tenants. Left alone are those for
 * which a global value is right: a value that a machine makes (a token with {@code @default(uuid())}), the foreign key of a
 * one-to-one relation, whose target belongs to one tenant already, and a constraint around the primary key, which refuses
 * nothing. A primary key is natural when no field of it is made by a machine, refers to another row or is called an id.
 */
public final class UniqueWithoutTenant implements SchemaCheck {
    private static final Rule RULE = Rule.of(UniqueWithoutTenant.class, Severity.WARNING)
            .summary("A unique constraint spans all tenants")
            .why(
                    "The second tenant that uses the same slug or e-mail address is refused, and learns from the refusal that"
                            + " somebody else has it.")
            .instead("Put the tenant field into the constraint: @@unique([tenantId, slug]).");

    private static final Pattern IDENTIFIER =
            Pattern.compile("(?i)id|uuid|guid|ulid|cuid|.+_(?:id|uuid)|(?-i:.+(?:Id|ID|Uuid|UUID))");

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
    public Stream<Finding> inspect(ProjectSchema project) {
        return tenant.stream()
                .flatMap(rule -> rule.covered(project.schema())
                        .filter(model -> model.field(rule.field()).isPresent())
                        .flatMap(model -> inspect(model, rule)));
    }

    private static Stream<Finding> inspect(Model model, TenantRule rule) {
        Stream<Finding> uniques = model.uniques().stream()
                .filter(key -> !key.fieldNames().contains(rule.field()))
                .filter(key -> !isMadeByMachine(model, key) && !isOneToOne(model, key) && !holdsPrimaryKey(model, key))
                .map(key -> finding("unique", "@@unique", model, key, rule));
        Stream<Finding> primaryKey = model.primaryKey().stream()
                .filter(key -> !key.fieldNames().contains(rule.field()))
                .filter(key -> key.fieldNames().stream().noneMatch(name -> isReference(model, name)))
                .filter(key -> !isMadeByMachine(model, key))
                .map(key -> finding("primary key", "@@id", model, key, rule));
        return Stream.concat(primaryKey, uniques);
    }

    private static boolean holdsPrimaryKey(Model model, ModelKey key) {
        return model.primaryKey()
                .filter(primary -> key.fieldNames().containsAll(primary.fieldNames()))
                .isPresent();
    }

    /** Whether the field says which row is meant, and nothing that people would enter. */
    private static boolean isReference(Model model, String name) {
        boolean ofRelation = model.fields().stream()
                .flatMap(field -> field.relation().stream())
                .anyMatch(relation -> relation.fields().contains(name));
        boolean uuid = model.field(name)
                .flatMap(Field::nativeType)
                .filter(type -> type.display().equals("Uuid"))
                .isPresent();
        return ofRelation || uuid || IDENTIFIER.matcher(name).matches();
    }

    private static Finding finding(String what, String attribute, Model model, ModelKey key, TenantRule rule) {
        String fields = String.join(", ", key.fieldNames());
        return RULE.at(
                key.location(),
                model.name() + "(" + fields + ")",
                what + " " + fields + " of model " + model.name() + " spans all tenants; make it " + attribute + "(["
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
