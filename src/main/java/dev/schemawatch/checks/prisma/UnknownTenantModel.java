package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.SchemaCheck;
import dev.schemawatch.check.TenantRule;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Suggestion;
import dev.schemawatch.prisma.Model;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Flags a model that the configuration of tenants names and the schema does not have, so that the one that is meant goes unguarded. */
public final class UnknownTenantModel implements SchemaCheck {
    private static final Rule RULE = Rule.of(UnknownTenantModel.class, Severity.ERROR)
            .summary("The configuration of tenants names a model that does not exist")
            .why("The model that is meant is not checked: its rows may lack a tenant, and nothing says so.")
            .instead("Write the name as the schema does, or take it off the list when the model is gone.");

    private final Optional<TenantRule> tenant;

    /** The check with the user's rule; without one it finds nothing. */
    public UnknownTenantModel(CheckSettings settings) {
        tenant = settings.tenant();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(ProjectSchema project) {
        return tenant.stream().flatMap(rule -> switch (rule.models()) {
            case TenantRule.Models.Named(Set<String> names) -> unknown(project, "tenant.models", names);
            case TenantRule.Models.AllExcept(Set<String> names) -> unknown(project, "tenant.all-except", names);
        });
    }

    private static Stream<Finding> unknown(ProjectSchema project, String key, Set<String> names) {
        List<String> models =
                project.schema().models().stream().map(Model::name).toList();
        return names.stream()
                .filter(name -> !models.contains(name))
                .sorted()
                .map(name -> RULE.at(
                        project.location(),
                        name,
                        key + " in schemawatch.yaml names " + name + ", and the schema has no such model."
                                + Suggestion.sentence(name, models)
                                + " Correct the name, or take it off the list"));
    }
}
