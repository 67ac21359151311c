package dev.schemawatch.migration;

import dev.schemawatch.finding.Location;
import java.util.Objects;

/**
 * Where an object of the database was made.
 *
 * @param location of the statement or the part of it
 * @param generated whether Prisma wrote the statement, by the comment that it puts above each of its own
 */
public record Origin(Location.InFile location, boolean generated) {
    public Origin {
        Objects.requireNonNull(location);
    }
}
