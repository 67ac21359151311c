package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A plain index of a model: {@code @@index}, or {@code @@fulltext} of other databases.
 *
 * @param databaseName {@code map:}, the index' name in the database
 * @param method {@code type:} in lower case ({@code gin}); empty for the default, a B-tree
 * @param predicate {@code where:} of a partial index
 * @param fullText whether it is a {@code @@fulltext}, which PostgreSQL has not
 * @param location the attribute
 */
public record ModelIndex(
        List<KeyField> fields,
        Optional<String> databaseName,
        Optional<String> method,
        Optional<IndexPredicate> predicate,
        boolean fullText,
        Location.InFile location) {

    public ModelIndex {
        Objects.requireNonNull(location);
        fields = List.copyOf(fields);
    }

    /** The names of the fields, in key order. */
    public List<String> fieldNames() {
        return fields.stream().map(KeyField::name).toList();
    }
}
