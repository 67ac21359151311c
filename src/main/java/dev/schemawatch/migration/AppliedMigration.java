package dev.schemawatch.migration;

import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code _prisma_migrations}.
 *
 * @param name {@code migration_name}: the folder's name
 * @param checksum lower-case hexadecimal SHA-256 of the script that was applied
 */
public record AppliedMigration(
        String name,
        String checksum,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> rolledBackAt) {}
