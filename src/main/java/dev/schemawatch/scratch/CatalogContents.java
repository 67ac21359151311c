package dev.schemawatch.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything that is in a database and is not PostgreSQL's own, of whatever kind: also of one that nobody has thought of.
 *
 * @param descriptions PostgreSQL's, for people
 */
record CatalogContents(Set<String> descriptions) {
    /** The catalogs of things that have a description, and belong to a database. What is new has an oid from 16384 on. */
    private static final String CATALOGS = """
            SELECT format('SELECT pg_describe_object(%s, oid, 0) FROM pg_catalog.%I WHERE oid >= 16384', c.oid, c.relname)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'oid'
            WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND NOT c.relisshared
              AND c.relname NOT IN ('pg_enum', 'pg_largeobject_metadata')
              AND has_table_privilege(c.oid, 'SELECT')
            """;

    CatalogContents {
        descriptions = Set.copyOf(descriptions);
    }

    static CatalogContents of(Connection connection) throws SQLException {
        String all = Sessions.texts(connection, CATALOGS, List.of()).stream().collect(Collectors.joining(" UNION "));
        return new CatalogContents(Sessions.texts(connection, all, List.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.toSet()));
    }

    /** What has come to it, in order. */
    List<String> since(CatalogContents before) {
        Set<String> come = new TreeSet<>(descriptions);
        come.removeAll(before.descriptions);
        return List.copyOf(come);
    }
}
