package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.SchemaCheck;
import dev.schemawatch.check.TenantRule;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.Arity;
import dev.schemawatch.prisma.Field;
import dev.schemawatch.prisma.Model;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a model of tenants whose rows cannot say whose they are: the field is missing, optional, or of another type. */
public final class MissingTenantField implements SchemaCheck {
    private static final Rule RULE = Rule.of(MissingTenantField.class, Severity.ERROR)
            .summary("A model of a multi-tenant application does not say whose its rows are")
            .why("Queries cannot be limited to a tenant by a field that is not there, or that is empty in some"
                    + " rows: one"
                    + " customer sees the data of another.")
            .instead("Give the model the tenant field, required, and fill it in a migration for the rows that exist.");

    private final Optional<TenantRule> tenant;

    /** The check with the user's rule; without one it finds nothing. */
    public MissingTenantField(CheckSettings settings) {
        tenant = settings.tenant();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(ProjectSchema project) {
        return tenant.stream().flatMap(rule -> rule.covered(project.schema()).flatMap(model -> inspect(model, rule)));
    }

    private static Stream<Finding> inspect(Model model, TenantRule rule) {
        String declaration = rule.field() + " " + rule.type();
        Optional<Field> field = model.field(rule.field());
        if (field.isEmpty()) {
            return Stream.of(RULE.at(
                    model.location(),
                    model.name(),
                    "model " + model.name() + " has no field " + rule.field() + "; add " + declaration
                            + ", or except the model in schemawatch.yaml"));
        }
        String written = field.get().typeName() + suffix(field.get().arity());
        return written.equals(rule.type())
                ? Stream.empty()
                : Stream.of(RULE.at(
                        field.get().location(),
                        model.name(),
                        "field " + rule.field() + " of model " + model.name() + " is " + written + "; declare it as "
                                + declaration));
    }

    private static String suffix(Arity arity) {
        return switch (arity) {
            case REQUIRED -> "";
            case OPTIONAL -> "?";
            case LIST -> "[]";
        };
    }
}
