package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.Objects;

/**
 * An environment variable that {@code prisma generate} reads, and does not do without.
 *
 * @param generator its name
 * @param property what is read from the variable
 * @param location the value
 */
public record GeneratorVariable(String generator, String property, String name, Location.InFile location) {
    public GeneratorVariable {
        Objects.requireNonNull(generator);
        Objects.requireNonNull(property);
        Objects.requireNonNull(name);
        Objects.requireNonNull(location);
    }
}
