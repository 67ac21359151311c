package dev.schemawatch.setup;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.MigrationScope;
import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.check.TenantRule;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.config.AppConfig;
import dev.schemawatch.finding.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a configuration says about checks and rules, in their own terms. */
public final class ConfiguredChecks {
    private ConfiguredChecks() {}

    /** The rules in force. */
    public static RuleSelection selection(AppConfig config) {
        Set<String> off = new HashSet<>();
        Set<String> on = new HashSet<>();
        Map<String, Severity> severities = new HashMap<>();
        config.rules().forEach((rule, level) -> {
            switch (level) {
                case OFF -> off.add(rule);
                case ON -> on.add(rule);
                case INFO -> severities.put(rule, Severity.INFO);
                case WARNING -> severities.put(rule, Severity.WARNING);
                case ERROR -> severities.put(rule, Severity.ERROR);
            }
        });
        return new RuleSelection(Checks.catalog(), off, on, severities, scope(config));
    }

    private static MigrationScope scope(AppConfig config) {
        return new MigrationScope(config.safety().startAfter(), false);
    }

    /** What the user says about the repository. */
    public static CheckSettings settings(AppConfig config) {
        return new CheckSettings(
                config.requiredModels(),
                config.tenant()
                        .map(tenant -> new TenantRule(
                                tenant.field(),
                                tenant.type(),
                                tenant.allExcept()
                                        ? new TenantRule.Models.AllExcept(tenant.models())
                                        : new TenantRule.Models.Named(tenant.models()))),
                config.conventions(),
                EnvSetup.settings(config.env()),
                config.safety().postgresVersion());
    }
}
