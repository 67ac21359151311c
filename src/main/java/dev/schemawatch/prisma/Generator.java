package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A generator.
 *
 * @param provider empty when it is missing, or read from the environment
 * @param location the name in its declaration
 */
public record Generator(
        String name, Optional<String> provider, List<String> previewFeatures, Location.InFile location) {
    public Generator {
        Objects.requireNonNull(name);
        Objects.requireNonNull(location);
        previewFeatures = List.copyOf(previewFeatures);
    }
}
