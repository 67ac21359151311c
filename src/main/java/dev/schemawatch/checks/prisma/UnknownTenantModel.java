package dev.schemawatch.checks.prisma;

import dev.schemawatch.check.AllSchemas;
import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Fact;
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

/**
 * Flags a model that the configuration of tenants names and no schema has, so that the one that is meant goes unguarded. The
 * configuration is that of all schemas, so one that has it is enough.
 */
public final class UnknownTenantModel implements Check<AllSchemas> {
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
    public Fact<AllSchemas> reads() {
        return Fact.ALL_SCHEMAS;
    }

    @Override
    public Stream<Finding> inspect(AllSchemas all) {
        return tenant.stream().flatMap(rule -> switch (rule.models()) {
            case TenantRule.Models.Named(Set<String> names) -> unknown(all, "tenant.models", names);
            case TenantRule.Models.AllExcept(Set<String> names) -> unknown(all, "tenant.all-except", names);
        });
    }

    private static Stream<Finding> unknown(AllSchemas all, String key, Set<String> names) {
        List<String> models = all.schemas().stream()
                .flatMap(project -> project.schema().models().stream())
                .map(Model::name)
                .toList();
        String nobody = all.schemas().size() == 1 ? "the schema has no such model." : "no schema has such a model.";
        return names.stream()
                .filter(name -> !models.contains(name))
                .sorted()
                .map(name -> RULE.at(
                        all.schemas().getFirst().location(),
                        name,
                        key + " in schemawatch.yaml names " + name + ", and " + nobody
                                + Suggestion.sentence(name, models)
                                + " Correct the name, or take it off the list"));
    }
}
