package dev.schemawatch.checks.env;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import java.util.List;

/** Every check of environment variables: those that {@code schemawatch env} shows the findings of. */
public final class EnvChecks {
    private EnvChecks() {}

    /** All of them, by name. */
    public static List<Check<?>> all(CheckSettings settings) {
        return List.of(
                new DuplicateEnvVariable(),
                new EnvFileNotLoaded(),
                new EnvIntegerOutOfRange(settings),
                new EnvLacksExampleVariable(settings),
                new ExampleLacksEnvVariable(settings),
                new MalformedEnvSecret(settings),
                new MisreadDatabaseUrl(),
                new MissingEnvVariable(settings),
                new PlaceholderInEnvValue(),
                new PooledMigrationUrl(),
                new ProductionHostInDevelopment(settings),
                new ShadowDatabaseIsMain(),
                new ShadowedEnvVariable(),
                new UndeclaredEnvVariable(),
                new UndocumentedEnvVariable(settings),
                new UnresolvedEnvReference(settings),
                new UnusableDatabaseUrl(),
                new UrlAsVariableName());
    }
}
