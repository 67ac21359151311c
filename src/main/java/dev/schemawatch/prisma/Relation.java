package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import dev.schemawatch.schema.ForeignKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One side of a relation, as declared on a field whose type is a model.
 *
 * @param name the relation's name, when the author gave one
 * @param fields the scalar fields of this model that refer; empty on the side without a foreign key
 * @param references the fields of the other model, in the order of {@code fields}
 * @param opposite the name of the relation field on the other model; empty when it is missing, which is an error
 * @param databaseName the foreign key's name by {@code map:}
 */
public record Relation(
        Optional<String> name,
        List<String> fields,
        List<String> references,
        Optional<ForeignKey.Action> onDelete,
        Optional<ForeignKey.Action> onUpdate,
        Optional<String> databaseName,
        Optional<String> opposite,
        Location.InFile location) {

    public Relation {
        Objects.requireNonNull(name);
        Objects.requireNonNull(location);
        fields = List.copyOf(fields);
        references = List.copyOf(references);
    }

    /** Whether this side holds the foreign key. */
    public boolean owning() {
        return !fields.isEmpty();
    }
}
