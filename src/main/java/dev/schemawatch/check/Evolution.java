package dev.schemawatch.check;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.Origins;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import dev.schemawatch.workspace.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A project as the last commit has it and as it is now.
 *
 * @param origins where the objects of {@code now} are declared
 */
public record Evolution(Project project, Revision committed, Revision now, Origins origins) {
    public Evolution {
        Objects.requireNonNull(project);
        Objects.requireNonNull(committed);
        Objects.requireNonNull(now);
        Objects.requireNonNull(origins);
    }

    /**
     * What a project says at one time.
     *
     * @param expected what the schema expects of a database
     * @param migrations the content of each migration script, by path
     */
    public record Revision(DatabaseSchema expected, SortedMap<String, String> migrations) {
        public Revision {
            Objects.requireNonNull(expected);
            migrations = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) migrations));
        }
    }

    /**
     * An object that the schema now expects, expects otherwise, or no longer expects.
     *
     * @param name a table or enum, or a column as {@code table.column}
     * @param location where it is declared now, else the schema as a whole
     */
    public record Change(String name, Location.InFile location) {}

    /** What the schema came to expect otherwise since the commit, columns rather than whole tables where that says more. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (QualifiedName name :
                union(committed.expected().tables(), now.expected().tables())) {
            Table before = committed.expected().tables().get(name);
            Table after = now.expected().tables().get(name);
            if (before == null || after == null) {
                changes.add(change(name, Optional.empty()));
            } else if (!before.equals(after)) {
                changes.addAll(changes(before, after));
            }
        }
        SortedMap<QualifiedName, EnumType> enums = now.expected().enums();
        union(committed.expected().enums(), enums).stream()
                .filter(name -> !Objects.equals(committed.expected().enums().get(name), enums.get(name)))
                .forEach(name -> changes.add(change(name, Optional.empty())));
        if (changes.isEmpty() && !committed.expected().equals(now.expected())) {
            changes.add(new Change("namespaces or extensions", Location.InFile.whole(project.schema())));
        }
        return changes;
    }

    private List<Change> changes(Table before, Table after) {
        TreeSet<String> columns = new TreeSet<>();
        before.columns().forEach(column -> columns.add(column.name()));
        after.columns().forEach(column -> columns.add(column.name()));
        List<Change> changes = columns.stream()
                .filter(column -> !before.column(column).equals(after.column(column)))
                .map(column -> change(after.name(), Optional.of(column)))
                .toList();
        return changes.isEmpty() ? List.of(change(after.name(), Optional.empty())) : changes;
    }

    private Change change(QualifiedName owner, Optional<String> member) {
        return new Change(
                member.map(part -> owner.name() + "." + part).orElse(owner.name()),
                origins.of(owner, member).orElse(Location.InFile.whole(project.schema())));
    }

    private static <V> TreeSet<QualifiedName> union(Map<QualifiedName, V> left, Map<QualifiedName, V> right) {
        TreeSet<QualifiedName> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        return names;
    }
}
