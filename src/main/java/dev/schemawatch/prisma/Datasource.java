package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The datasource of a schema.
 *
 * @param provider as written, {@code postgres} and {@code postgresql} being the same; empty when missing or no literal
 * @param url {@code url}; Prisma 7 keeps it in {@code prisma.config.ts} instead
 * @param directUrl {@code directUrl}, used by migrations when given
 * @param shadowDatabaseUrl {@code shadowDatabaseUrl}
 * @param schemas {@code schemas}; empty when the schema does not name its namespaces
 * @param foreignKeys whether relations are foreign keys: false for {@code relationMode = "prisma"}
 * @param location the name in its declaration
 */
public record Datasource(
        String provider,
        Optional<UrlSource> url,
        Optional<UrlSource> directUrl,
        Optional<UrlSource> shadowDatabaseUrl,
        List<String> schemas,
        List<RequiredExtension> extensions,
        boolean foreignKeys,
        Location.InFile location) {

    public Datasource {
        Objects.requireNonNull(provider);
        Objects.requireNonNull(location);
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
    }

    /** Whether the database is a PostgreSQL. */
    public boolean postgresql() {
        return provider.equals("postgresql") || provider.equals("postgres");
    }

    /**
     * An extension that the schema wants installed: {@code pg_trgm(map: "…", schema: "…", version: "…")}.
     *
     * @param databaseName {@code map:}, else its name in the schema
     */
    public record RequiredExtension(
            String databaseName, Optional<String> schema, Optional<String> version, Location.InFile location) {}
}
