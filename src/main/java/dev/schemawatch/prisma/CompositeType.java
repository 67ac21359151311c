package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;

/**
 * A composite type ({@code type}); only MongoDB has them.
 *
 * @param location the name in its declaration
 * @param documentation the {@code ///} comment, lines joined with line feeds; often empty
 */
public record CompositeType(String name, List<Field> fields, Location.InFile location, String documentation) {
    public CompositeType {
        Objects.requireNonNull(name);
        Objects.requireNonNull(location);
        fields = List.copyOf(fields);
    }
}
