package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A primary key or a unique constraint of a model: {@code @id}, {@code @unique}, {@code @@id}, {@code @@unique}.
 *
 * @param databaseName {@code map:}, the constraint's name in the database
 * @param predicate {@code where:} of a partial unique index
 * @param location the attribute
 */
public record ModelKey(
        List<KeyField> fields,
        Optional<String> databaseName,
        Optional<IndexPredicate> predicate,
        Location.InFile location) {

    public ModelKey {
        Objects.requireNonNull(location);
        fields = List.copyOf(fields);
    }

    /** The names of the fields, in key order. */
    public List<String> fieldNames() {
        return fields.stream().map(KeyField::name).toList();
    }
}
