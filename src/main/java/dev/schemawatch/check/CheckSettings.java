package dev.schemawatch.check;

import dev.schemawatch.convention.SchemaConventions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user says about the repository, for the checks that cannot know it.
 *
 * @param requiredModels models that the schema must declare; empty switches the check off
 * @param tenant how tenants are kept apart; empty switches the checks of tenancy off
 * @param conventions what the rules of the schema go by
 * @param env what is said about environment variables
 * @param postgresVersion the major version of the oldest PostgreSQL that migrations run on
 */
public record CheckSettings(
        List<String> requiredModels,
        Optional<TenantRule> tenant,
        SchemaConventions conventions,
        EnvSettings env,
        int postgresVersion) {

    /** The version that migrations are taken to run on where nothing is said. */
    public static final int POSTGRES_VERSION = 17;

    /** Nothing is required, and the conventions are those of most. */
    public static final CheckSettings NONE = new CheckSettings(
            List.of(), Optional.empty(), SchemaConventions.STANDARD, EnvSettings.none(), POSTGRES_VERSION);

    public CheckSettings {
        requiredModels = List.copyOf(requiredModels);
        Objects.requireNonNull(conventions);
        Objects.requireNonNull(env);
    }
}
