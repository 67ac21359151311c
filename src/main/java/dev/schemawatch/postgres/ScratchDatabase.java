package dev.schemawatch.postgres;

import dev.schemawatch.localserver.LocalServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A database that was made here, on a server that was started here: the only kind that Schemawatch ever writes to. That is
 * why it is made from a {@link LocalServer} and from no URL.
 */
public final class ScratchDatabase implements AutoCloseable {

    /** Prisma's own table (Prisma 6.19, schema engine: {@code _prisma_migrations}). */
    private static final String HISTORY_TABLE = """
            CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
              id varchar(36) PRIMARY KEY NOT NULL,
              checksum varchar(64) NOT NULL,
              finished_at timestamptz,
              migration_name varchar(255) NOT NULL,
              logs text,
              rolled_back_at timestamptz,
              started_at timestamptz NOT NULL DEFAULT now(),
              applied_steps_count integer NOT NULL DEFAULT 0
            )""";

    private final String url;
    private final Connection connection;

    private ScratchDatabase(String url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /**
     * Makes an empty database.
     *
     * @param name of letters, digits and underscores; must not exist yet on that server
     * @throws IOException when the server refuses
     */
    public static ScratchDatabase create(LocalServer server, String name) throws IOException {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a plain name: " + name);
        }
        try (Connection admin = connect(server, "postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
            return new ScratchDatabase(server.url(name), connect(server, name));
        } catch (SQLException e) {
            throw new IOException("making the scratch database " + name, e);
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
            throw new IOException("in the scratch database: " + e.getMessage(), e);
        }
    }

    /**
     * Runs a migration as {@code prisma migrate deploy} would, and records it in {@code _prisma_migrations}.
     *
     * @throws IOException when a statement fails; nothing is recorded then
     */
    public void apply(String migration, String script) throws IOException {
        execute(HISTORY_TABLE);
        execute(script);
        try (PreparedStatement row = connection.prepareStatement("""
                INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
                VALUES (?, ?, ?, now(), 1)""")) {
            row.setString(1, UUID.randomUUID().toString());
            row.setString(2, checksum(script));
            row.setString(3, migration);
            row.executeUpdate();
        } catch (SQLException e) {
            throw new IOException("recording " + migration + " in the scratch database: " + e.getMessage(), e);
        }
    }

    /** Ends the session; the database goes with its server. */
    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("leaving the scratch database: " + e.getMessage(), e);
        }
    }

    private static Connection connect(LocalServer server, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, LocalServer.USER, "");
    }

    private static String checksum(String script) {
        try {
            byte[] bytes = script.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
