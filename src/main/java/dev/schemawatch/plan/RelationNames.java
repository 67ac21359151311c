package dev.schemawatch.plan;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that objects of the database keep whatever the plan does. Tables, views, sequences and indexes, with those of
 * primary keys, share the names of a namespace (PostgreSQL manual, pg_class).
 */
final class RelationNames {
    private final Set<QualifiedName> kept;

    private RelationNames(Set<QualifiedName> kept) {
        this.kept = kept;
    }

    static RelationNames keptBy(Task task) {
        DatabaseSchema actual = task.schemas().actual();
        Set<QualifiedName> names = new HashSet<>(actual.views());
        names.addAll(actual.sequences());
        actual.tables().values().stream().flatMap(RelationNames::of).forEach(names::add);
        task.wanted().stream().flatMap(difference -> given(task, difference)).forEach(names::remove);
        return new RelationNames(names);
    }

    /** Whether nothing can be made under that name. */
    boolean hold(QualifiedName name) {
        return kept.contains(name);
    }

    /** The names that a table takes together with its keys and indexes. */
    static Stream<QualifiedName> of(Table table) {
        return Stream.of(
                        Stream.of(table.name().name()),
                        table.primaryKey().stream().map(PrimaryKey::name),
                        table.indexes().stream().map(Index::name))
                .flatMap(names -> names)
                .map(name -> new QualifiedName(table.name().schema(), name));
    }

    /** The names that become free when the difference is mended. */
    private static Stream<QualifiedName> given(Task task, Difference difference) {
        ObjectKind kind = difference.object().kind();
        String schema = difference.object().owner().schema();
        boolean missing = difference.verdict() == Verdict.MISSING;
        if (kind == ObjectKind.TABLE) {
            return missing ? Stream.empty() : of(task.actualTable(difference));
        }
        if (missing || kind != ObjectKind.INDEX && kind != ObjectKind.PRIMARY_KEY) {
            return Stream.empty();
        }
        if (difference.aspect().filter("name"::equals).isPresent()) {
            return Stream.of(new QualifiedName(schema, difference.actual()));
        }
        return kind == ObjectKind.PRIMARY_KEY
                ? task.actualTable(difference).primaryKey().stream().map(key -> new QualifiedName(schema, key.name()))
                : Stream.of(
                        new QualifiedName(schema, difference.object().member().orElseThrow()));
    }
}
