package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;

/**
 * A {@code @db.Name(arguments)} attribute.
 *
 * @param name without the datasource's name: {@code VarChar}
 * @param arguments as written: {@code ["65", "30"]}
 */
public record NativeType(String name, List<String> arguments, Location.InFile location) {
    public NativeType {
        Objects.requireNonNull(name);
        Objects.requireNonNull(location);
        arguments = List.copyOf(arguments);
    }

    /** As it is written behind {@code @db.}, without spaces: {@code Decimal(65,30)}. */
    public String display() {
        return arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")";
    }
}
