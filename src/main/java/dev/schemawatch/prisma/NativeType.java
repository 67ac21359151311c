package dev.schemawatch.prisma;

import java.util.List;
import java.util.Objects;

/**
 * A {@code @db.Name(arguments)} attribute.
 *
 * @param name without the datasource's name: {@code VarChar}
 * @param arguments as written: {@code ["65", "30"]}
 */
public record NativeType(String name, List<String> arguments) {
    public NativeType {
        Objects.requireNonNull(name);
        arguments = List.copyOf(arguments);
    }

    /** As it is written behind {@code @db.}, without spaces: {@code Decimal(65,30)}. */
    public String display() {
        return arguments.isEmpty() ? name : name + "(" + String.join(",", arguments) + ")";
    }
}
