package dev.schemawatch.schema;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that is compared: what the Prisma schema expects, or what the catalog of a live database holds.
 *
 * @param namespaces the PostgreSQL schemas that are looked at; objects elsewhere belong to somebody else
 * @param tables by name; partitions and the tables of extensions are left out
 * @param enums by name
 * @param views names of views and materialized views
 * @param sequences names of sequences
 * @param extensions by extension name
 * @param partialIndexes whether partial indexes belong to the picture: always in a catalog; in a Prisma schema only with the
 *     preview feature {@code partialIndexes}
 */
public record DatabaseSchema(
        SortedSet<String> namespaces,
        SortedMap<QualifiedName, Table> tables,
        SortedMap<QualifiedName, EnumType> enums,
        SortedSet<QualifiedName> views,
        SortedSet<QualifiedName> sequences,
        SortedMap<String, Extension> extensions,
        boolean partialIndexes) {

    public DatabaseSchema {
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
        tables = Collections.unmodifiableSortedMap(new TreeMap<>((Map<QualifiedName, Table>) tables));
        enums = Collections.unmodifiableSortedMap(new TreeMap<>((Map<QualifiedName, EnumType>) enums));
        views = Collections.unmodifiableSortedSet(new TreeSet<>(views));
        sequences = Collections.unmodifiableSortedSet(new TreeSet<>(sequences));
        extensions = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Extension>) extensions));
    }

    /** A schema with partial indexes in the picture. */
    public DatabaseSchema(
            SortedSet<String> namespaces,
            SortedMap<QualifiedName, Table> tables,
            SortedMap<QualifiedName, EnumType> enums,
            SortedSet<QualifiedName> views,
            SortedSet<QualifiedName> sequences,
            SortedMap<String, Extension> extensions) {
        this(namespaces, tables, enums, views, sequences, extensions, true);
    }
}
