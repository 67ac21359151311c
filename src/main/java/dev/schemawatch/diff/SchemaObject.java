package dev.schemawatch.diff;

import dev.schemawatch.schema.QualifiedName;
import java.util.Comparator;
import java.util.Optional;

/**
 * The object that a difference is about.
 *
 * @param owner the object itself when it stands alone (table, enum, view, sequence); the table of a column, key or index;
 *     for a namespace or an extension the schema is empty and the name is its own
 * @param member the column, index or constraint inside {@code owner}; empty when {@code owner} is meant
 */
public record SchemaObject(ObjectKind kind, QualifiedName owner, Optional<String> member)
        implements Comparable<SchemaObject> {

    private static final Comparator<SchemaObject> ORDER = Comparator.comparing(SchemaObject::owner)
            .thenComparing(SchemaObject::kind)
            .thenComparing(object -> object.member().orElse(""));

    /** An object that stands alone. */
    public static SchemaObject of(ObjectKind kind, QualifiedName name) {
        return new SchemaObject(kind, name, Optional.empty());
    }

    /** A part of a table. */
    public static SchemaObject of(ObjectKind kind, QualifiedName table, String member) {
        return new SchemaObject(kind, table, Optional.of(member));
    }

    /** The object's name for people: {@code public.Booking.tenantId}. */
    public String display() {
        String name = owner.schema().isEmpty() ? owner.name() : owner.toString();
        return member.map(part -> name + "." + part).orElse(name);
    }

    @Override
    public int compareTo(SchemaObject other) {
        return ORDER.compare(this, other);
    }
}
