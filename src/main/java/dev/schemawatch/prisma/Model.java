package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model or a view.
 *
 * @param name in the schema
 * @param databaseName the table's name: {@code @@map}, else {@code name}
 * @param namespace {@code @@schema}
 * @param fields in order of declaration
 * @param primaryKey {@code @id} or {@code @@id}
 * @param uniques {@code @unique} in the order of the fields, then {@code @@unique}
 * @param view whether it is a {@code view}, which no migration creates
 * @param ignored {@code @@ignore}: hidden from the client, but in the database
 * @param location the name in its declaration
 */
public record Model(
        String name,
        String databaseName,
        Optional<String> namespace,
        List<Field> fields,
        Optional<ModelKey> primaryKey,
        List<ModelKey> uniques,
        List<ModelIndex> indexes,
        boolean view,
        boolean ignored,
        Location.InFile location) {

    public Model {
        Objects.requireNonNull(name);
        Objects.requireNonNull(databaseName);
        Objects.requireNonNull(location);
        fields = List.copyOf(fields);
        uniques = List.copyOf(uniques);
        indexes = List.copyOf(indexes);
    }

    /** The field of that name, if there is one. */
    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /**
     * Whether an index of all rows begins with those fields, in whatever order, so that rows can be found by them: the primary
     * key, a unique constraint, or an index of a method that compares for equality.
     */
    public boolean isIndexed(List<String> fieldNames) {
        Stream<ModelKey> keys = Stream.concat(primaryKey.stream(), uniques.stream())
                .filter(key -> key.predicate().isEmpty());
        Stream<ModelIndex> plain = indexes.stream()
                .filter(index -> index.predicate().isEmpty() && !index.fullText())
                .filter(index -> index.method()
                        .filter(method -> !method.equals("btree") && !method.equals("hash"))
                        .isEmpty());
        return Stream.concat(keys.map(ModelKey::fieldNames), plain.map(ModelIndex::fieldNames))
                .filter(indexed -> indexed.size() >= fieldNames.size())
                .anyMatch(indexed ->
                        Set.copyOf(indexed.subList(0, fieldNames.size())).equals(Set.copyOf(fieldNames)));
    }
}
