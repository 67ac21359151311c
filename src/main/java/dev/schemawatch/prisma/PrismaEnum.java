package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An enum.
 *
 * @param databaseName {@code @@map}, else {@code name}
 * @param namespace {@code @@schema}
 * @param values in order of declaration
 * @param location the name in its declaration
 */
public record PrismaEnum(
        String name, String databaseName, Optional<String> namespace, List<Value> values, Location.InFile location) {

    public PrismaEnum {
        Objects.requireNonNull(name);
        Objects.requireNonNull(databaseName);
        Objects.requireNonNull(location);
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param databaseName the label in the database: {@code @map}, else {@code name}
     */
    public record Value(String name, String databaseName, Location.InFile location) {}
}
