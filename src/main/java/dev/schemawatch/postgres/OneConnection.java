package dev.schemawatch.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection that one thread uses and another may cut off, at any moment and also before it is open. */
final class OneConnection implements AutoCloseable {
    private final ConnectionSource source;
    private @Nullable Connection connection;
    private boolean abandoned;

    OneConnection(ConnectionSource source) {
        this.source = source;
    }

    /** Opens the connection; to be called once. */
    Connection open() throws SQLException {
        Connection opened = source.open();
        synchronized (this) {
            connection = opened;
            if (abandoned) {
                opened.abort(Runnable::run);
            }
        }
        return opened;
    }

    /** Closes the socket under whoever waits for an answer. Does not wait itself. */
    synchronized void abandon() {
        abandoned = true;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException _) {
                // The connection is of no use any more, which is all that was wanted.
            }
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
