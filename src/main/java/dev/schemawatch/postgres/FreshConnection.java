package dev.schemawatch.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A new connection for each look, closed after it: for one look, and for looks so far apart that an idle session is waste. */
final class FreshConnection implements ConnectionSource {
    private final PGSimpleDataSource settings;

    FreshConnection(PGSimpleDataSource settings) {
        this.settings = settings;
    }

    @Override
    public Connection open() throws SQLException {
        return settings.getConnection();
    }

    @Override
    public void close() {
        // nothing is kept
    }
}
