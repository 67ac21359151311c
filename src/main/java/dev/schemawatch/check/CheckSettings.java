package dev.schemawatch.check;

import java.util.List;
import java.util.Optional;

/**
 * What the user says about the repository, for the checks that cannot know it.
 *
 * @param requiredModels models that the schema must declare; empty switches the check off
 * @param tenant how tenants are kept apart; empty switches the checks of tenancy off
 */
public record CheckSettings(List<String> requiredModels, Optional<TenantRule> tenant) {

    /** Nothing is required. */
    public static final CheckSettings NONE = new CheckSettings(List.of(), Optional.empty());

    public CheckSettings {
        requiredModels = List.copyOf(requiredModels);
    }
}
