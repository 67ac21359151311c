package dev.schemawatch.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL for tests: one server for all test classes, started when the first of them asks, stopped when the
 * JVM ends. Each test takes a {@link #database()} of its own.
 */
public final class PostgresFixture {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Pattern NEEDED_VERSION = Pattern.compile("-postgresql-(\\d+)$");

    /** Much faster than another database, whose creation and removal copy and flush files. */
    private static final String CLEAR = """
            DO $$
            DECLARE name text;
            BEGIN
                FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)' LOOP
                    EXECUTE format('DROP SCHEMA %I CASCADE', name);
                END LOOP;
                CREATE SCHEMA public;
            END
            $$
            """;

    private PostgresFixture() {}

    /** The shared server; anybody on this machine may connect as {@code postgres}. */
    public static LocalServer server() {
        return Holder.SERVER;
    }

    /** A fresh, empty database; closing it drops it. */
    public static Database database() {
        Database database = new Database("test_" + DATABASES.incrementAndGet());
        new Database("postgres").execute("CREATE DATABASE " + database.name + " TEMPLATE template0");
        return database;
    }

    /** Skips the test of a fixture whose name ends with {@code -postgresql-N} where the server is older than version N. */
    public static void assumeRuns(String fixture) {
        Matcher named = NEEDED_VERSION.matcher(fixture);
        assumeTrue(
                !named.find() || Holder.VERSION >= Integer.parseInt(named.group(1)),
                () -> "needs PostgreSQL " + named.group(1) + ", this is " + Holder.VERSION);
    }

    private static final class Holder {
        static final LocalServer SERVER = start();
        static final int VERSION = Integer.parseInt(new Database("postgres")
                .ask("SELECT current_setting('server_version_num')::int / 10000")
                .getFirst());

        private static LocalServer start() {
            try {
                return LocalServer.start(PostgresBinaries.find());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A database of the shared server.
     *
     * @param name plain lower case, needs no quotes
     */
    public record Database(String name) implements AutoCloseable {

        /** Its URL as Prisma and {@code psql} read it. */
        public String url() {
            return server().url(name);
        }

        /** Runs a script of one or more statements in a connection of its own. */
        public void execute(String sql) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
            }
        }

        /** The first column of what a query finds, as text, asked in a connection of its own. */
        public List<String> ask(String sql) {
            try (Connection connection = connect()) {
                return Rows.texts(connection, sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e.getMessage() + " in: " + sql, e);
            }
        }

        /** Empties the database: all schemas go, with the extensions in them, and an empty {@code public} comes. */
        public void clear() {
            execute(CLEAR);
        }

        /** A new connection as superuser. */
        public Connection connect() throws SQLException {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + server().port() + "/" + name, LocalServer.USER, "");
        }

        /** Drops the database and ends the sessions in it. */
        @Override
        public void close() {
            new Database("postgres").execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }
}
