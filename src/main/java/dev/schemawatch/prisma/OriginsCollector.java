package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import dev.schemawatch.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers the places of objects while they are lowered. */
final class OriginsCollector {
    private final SortedMap<QualifiedName, Location.InFile> objects = new TreeMap<>();
    private final SortedMap<QualifiedName, Map<String, Location.InFile>> members = new TreeMap<>();

    void object(QualifiedName name, Location.InFile place) {
        objects.putIfAbsent(name, place);
    }

    void member(QualifiedName owner, String name, Location.InFile place) {
        members.computeIfAbsent(owner, _ -> new HashMap<>()).putIfAbsent(name, place);
    }

    /** Gives an object that stands alone the place of the part that brings it about. */
    void objectOf(QualifiedName name, QualifiedName owner, String member) {
        Location.InFile place = members.getOrDefault(owner, Map.of()).get(member);
        if (place != null) {
            object(name, place);
        }
    }

    Origins toOrigins() {
        return new Origins(objects, members);
    }
}
