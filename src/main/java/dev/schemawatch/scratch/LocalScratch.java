package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.NeededExtension;
import dev.schemawatch.sql.SqlName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A database of a server that runs for this purpose alone. Migrations have a role that owns the database and nothing else, so
 * that PostgreSQL itself keeps them from programs, files and settings. Extensions that only a superuser may install are
 * installed for them.
 */
public final class LocalScratch implements Scratch {
    private static final String ROLE = "schemawatch_owner";
    private static final String DATABASE = "scratch";
    private static final int FIRST_WITH_TAME_CREATEROLE = 16;

    private final LocalServer server;
    private final Sessions owner;
    private final Sessions superuser;
    private final Connection admin;
    private final String version;

    private LocalScratch(LocalServer server, Sessions owner, Sessions superuser, Connection admin, String version) {
        this.server = server;
        this.owner = owner;
        this.superuser = superuser;
        this.admin = admin;
        this.version = version;
    }

    /**
     * Starts a server and makes an empty database.
     *
     * @throws ScratchException when the programs do not run here
     */
    public static LocalScratch start(PostgresBinaries binaries) {
        try {
            LocalServer server = LocalServer.start(binaries);
            try {
                return in(server);
            } catch (SQLException e) {
                server.close();
                throw new ScratchException(
                        ScratchException.Kind.FAILED,
                        "The PostgreSQL that was started for the dry run: " + e.getMessage(),
                        e);
            }
        } catch (IOException e) {
            throw new ScratchException(
                    ScratchException.Kind.FAILED,
                    "PostgreSQL could not be started for the dry run: " + e.getMessage()
                            + " Or name an empty database with --shadow-url.",
                    e);
        }
    }

    /** CREATEROLE of older versions is as good as superuser, since it may grant any role. */
    private static LocalScratch in(LocalServer server) throws SQLException {
        Sessions postgres = new Sessions(url(server, LocalServer.USER, "postgres"), Path.of(""));
        Sessions superuser = new Sessions(url(server, LocalServer.USER, DATABASE), Path.of(""));
        try (Connection first = postgres.open()) {
            String tame =
                    first.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_TAME_CREATEROLE ? "CREATEROLE" : "";
            Sessions.run(first, "CREATE ROLE " + ROLE + " LOGIN " + tame);
            Sessions.run(first, "CREATE DATABASE " + DATABASE + " OWNER " + ROLE + " TEMPLATE template0");
        }
        Connection admin = superuser.open();
        Sessions.run(admin, "ALTER SCHEMA public OWNER TO " + ROLE);
        return new LocalScratch(
                server,
                new Sessions(url(server, ROLE, DATABASE), Path.of("")),
                superuser,
                admin,
                admin.getMetaData().getDatabaseProductVersion());
    }

    private static ConnectionUrl url(LocalServer server, String role, String database) {
        String text = "postgresql://" + role + "@127.0.0.1:" + server.port() + "/" + database;
        return switch (ConnectionUrl.parse(text)) {
            case ConnectionUrl.Parsed.Valid valid -> valid.url();
            case ConnectionUrl.Parsed.Invalid invalid -> throw new IllegalStateException(invalid.toString());
        };
    }

    @Override
    public ConnectionUrl url() {
        return superuser.url();
    }

    @Override
    public String display() {
        return "PostgreSQL " + version + ", started for this run";
    }

    @Override
    public Connection open() throws SQLException {
        return owner.openForScripts();
    }

    @Override
    public void terminate(int pid) throws SQLException {
        Sessions.run(admin, "SELECT pg_terminate_backend(" + pid + ")");
    }

    @Override
    public List<String> lacking(List<String> extensions) {
        return Extensions.lacking(admin, extensions);
    }

    @Override
    public String prepare(Migration migration) throws SQLException {
        StringBuilder script = new StringBuilder(migration.script());
        for (NeededExtension extension : NeededExtension.of(migration)) {
            if (Extensions.needsSuperuser(admin, extension.name())) {
                Sessions.run(admin, "CREATE EXTENSION IF NOT EXISTS " + SqlName.quote(extension.name()) + " CASCADE");
                if (!extension.guarded()) {
                    int from = extension.place().offset();
                    int to = from + extension.place().length();
                    script.replace(from, to, " ".repeat(to - from));
                }
            }
        }
        return script.toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
