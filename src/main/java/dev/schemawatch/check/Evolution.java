package dev.schemawatch.check;

import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.Origins;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import dev.schemawatch.workspace.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project as the last commit has it and as it is now.
 *
 * @param origins where the objects of {@code now} are declared
 * @param reach what migrations can have brought about since
 * @param orphans what the schema expects as before, while its migration is gone
 */
public record Evolution(
        Project project, Revision committed, Revision now, Origins origins, ScriptReach reach, List<Orphan> orphans) {
    public Evolution {
        Objects.requireNonNull(project);
        Objects.requireNonNull(committed);
        Objects.requireNonNull(now);
        Objects.requireNonNull(origins);
        Objects.requireNonNull(reach);
        orphans = List.copyOf(orphans);
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
     * @param reached whether a migration of the change may define it so
     */
    public record Change(String name, Location.InFile location, boolean reached) {}

    /** What the schema came to expect otherwise since the commit, columns rather than whole tables where that says more. */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (QualifiedName name :
                union(committed.expected().tables(), now.expected().tables())) {
            changes.addAll(tableChanges(
                    name,
                    Optional.ofNullable(committed.expected().tables().get(name)),
                    Optional.ofNullable(now.expected().tables().get(name))));
        }
        SortedMap<QualifiedName, EnumType> enums = now.expected().enums();
        union(committed.expected().enums(), enums).stream()
                .filter(name -> !isSame(committed.expected().enums().get(name), enums.get(name)))
                .forEach(name -> changes.add(change(
                        name,
                        Optional.empty(),
                        reach.reachesType(committed.expected().enums().containsKey(name), name))));
        if (changes.isEmpty() && surroundingsChanged()) {
            changes.add(new Change(
                    "namespaces or extensions", Location.InFile.whole(project.schema()), reach.reachesSurroundings()));
        }
        return changes;
    }

    /** Values in another order are the same to Prisma (6.19 makes an empty migration of them). */
    private static boolean isSame(@Nullable EnumType before, @Nullable EnumType after) {
        return before != null && after != null && Set.copyOf(before.values()).equals(Set.copyOf(after.values()));
    }

    private boolean surroundingsChanged() {
        return !committed.expected().namespaces().equals(now.expected().namespaces())
                || !committed.expected().extensions().equals(now.expected().extensions());
    }

    private List<Change> tableChanges(QualifiedName name, Optional<Table> before, Optional<Table> after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> indexes = Stream.concat(before.stream(), after.stream())
                .flatMap(table -> table.indexes().stream())
                .map(Index::name)
                .toList();
        boolean reached = reach.reachesTable(before.isPresent(), name, indexes);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of(change(name, Optional.empty(), reached));
        }
        TreeSet<String> columns = new TreeSet<>();
        before.get().columns().forEach(column -> columns.add(column.name()));
        after.get().columns().forEach(column -> columns.add(column.name()));
        List<Change> changes = columns.stream()
                .filter(column ->
                        !before.get().column(column).equals(after.get().column(column)))
                .map(column -> change(
                        name,
                        Optional.of(column),
                        reach.reachesTable(before.get().column(column).isPresent(), name, indexes)))
                .toList();
        return changes.isEmpty() && !hasSameKeys(before.get(), after.get())
                ? List.of(change(name, Optional.empty(), reached))
                : changes;
    }

    private static boolean hasSameKeys(Table before, Table after) {
        return before.primaryKey().equals(after.primaryKey())
                && before.indexes().equals(after.indexes())
                && before.foreignKeys().equals(after.foreignKeys());
    }

    private Change change(QualifiedName owner, Optional<String> member, boolean reached) {
        return new Change(
                member.map(part -> owner.name() + "." + part).orElse(owner.name()),
                declaration(owner, member),
                reached);
    }

    /** Where the schema now declares it. */
    public Location.InFile declaration(Orphan orphan) {
        return declaration(orphan.owner(), orphan.part());
    }

    private Location.InFile declaration(QualifiedName owner, Optional<String> member) {
        return origins.of(owner, member).orElse(Location.InFile.whole(project.schema()));
    }

    private static <V> TreeSet<QualifiedName> union(Map<QualifiedName, V> left, Map<QualifiedName, V> right) {
        TreeSet<QualifiedName> names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        return names;
    }
}
