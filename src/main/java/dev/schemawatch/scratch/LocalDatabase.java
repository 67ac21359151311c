package dev.schemawatch.scratch;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.workspace.Fingerprint;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A database that is filled to be looked at, not to try migrations in: that of the demo. It is written to, and so it is made
 * from a {@link LocalServer} that was started here, and from no URL.
 */
public final class LocalDatabase implements AutoCloseable {
    private final String url;
    private final Connection connection;

    private LocalDatabase(String url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /**
     * Makes an empty database.
     *
     * @param name of letters, digits and underscores; must not exist yet on that server
     * @throws IOException when the server refuses
     */
    public static LocalDatabase create(LocalServer server, String name) throws IOException {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
        try (Connection admin = connect(server, "postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
            return new LocalDatabase(server.url(name), connect(server, name));
        } catch (SQLException e) {
            throw new IOException("making the database " + name, e);
        }
    }

    /** The URL by which applications reach it. */
    public String url() {
        return url;
    }

    /**
     * Runs statements, each in a transaction of its own unless the script says otherwise.
     *
     * @throws IOException when one of them fails; the message is PostgreSQL's
     */
    public void execute(String script) throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IOException("in the database: " + e.getMessage(), e);
        }
    }

    /**
     * Runs a migration as {@code prisma migrate deploy} would, and records it in {@code _prisma_migrations}.
     *
     * @throws IOException when a statement fails; nothing is recorded then
     */
    public void apply(String migration, String script) throws IOException {
        execute(Records.TABLE);
        execute(script);
        try (PreparedStatement row = connection.prepareStatement("""
                INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
                VALUES (?, ?, ?, now(), 1)""")) {
            row.setString(1, UUID.randomUUID().toString());
            row.setString(2, Fingerprint.of(script).sha256());
            row.setString(3, migration);
            row.executeUpdate();
        } catch (SQLException e) {
            throw new IOException("recording " + migration + " in the database: " + e.getMessage(), e);
        }
    }

    /** Ends the session; the database goes with its server. */
    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("leaving the database: " + e.getMessage(), e);
        }
    }

    private static Connection connect(LocalServer server, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, LocalServer.USER, "");
    }
}
