package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import dev.schemawatch.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the objects of an expected database are declared. Kept beside the database, so that moving a line changes no expectation.
 *
 * @param objects the place of a table, view, enum, sequence; for a namespace or an extension the schema is empty
 * @param members the places of columns, keys and indexes by the owner of each, then by name
 */
public record Origins(
        SortedMap<QualifiedName, Location.InFile> objects,
        SortedMap<QualifiedName, Map<String, Location.InFile>> members) {

    public Origins {
        objects = Collections.unmodifiableSortedMap(new TreeMap<>((Map<QualifiedName, Location.InFile>) objects));
        SortedMap<QualifiedName, Map<String, Location.InFile>> copy = new TreeMap<>();
        members.forEach((owner, places) -> copy.put(owner, Map.copyOf(places)));
        members = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * The place of an object, or of a part of it. A part that is not declared by itself (an unexpected column) has the place of its owner.
     */
    public Optional<Location.InFile> of(QualifiedName owner, Optional<String> member) {
        return member.flatMap(name -> Optional.ofNullable(
                        members.getOrDefault(owner, Map.of()).get(name)))
                .or(() -> Optional.ofNullable(objects.get(owner)));
    }
}
