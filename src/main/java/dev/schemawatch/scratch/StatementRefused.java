package dev.schemawatch.scratch;

import dev.schemawatch.finding.Location;
import java.sql.SQLException;

/** PostgreSQL refuses a statement of a migration that is run for it beforehand. */
public final class StatementRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Location.InFile place;
    private final SQLException error;

    StatementRefused(Location.InFile place, SQLException error) {
        super(error);
        this.place = place;
        this.error = error;
    }

    Location.InFile place() {
        return place;
    }

    SQLException error() {
        return error;
    }
}
