package dev.schemawatch.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/** Where looks at one database get their connection from. */
interface ConnectionSource extends AutoCloseable {

    /** A connection that works; who closes it gives it back. */
    Connection open() throws SQLException;

    /** Drops what is kept, also from under a look. Another {@link #open} connects anew. Does not wait for the server. */
    @Override
    void close();
}
