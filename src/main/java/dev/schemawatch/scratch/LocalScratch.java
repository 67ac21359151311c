package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.Secret;
import dev.schemawatch.localserver.ClusterShelf;
import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.PrefixKeys;
import dev.schemawatch.replay.ReplayPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A database of a server that runs for this purpose alone. Migrations have a role that owns the database and nothing else, so
 * that PostgreSQL itself keeps them from programs, files and settings. Extensions that only a superuser may install are
 * installed for them.
 *
 * <p>What the migrations came to is kept when the server stops, and the next run begins where it is the same.
 */
public final class LocalScratch implements Scratch {
    private static final String DATABASE = "scratch";
    private static final RunRole OWNER = new RunRole(Snapshots.OWNER, new Secret(""), true);

    private final ClusterShelf shelf;
    private final LocalServer server;
    private final Snapshots snapshots;
    private final Sessions owner;
    private final Sessions superuser;
    private final Connection admin;
    private final String version;
    private final int reused;
    private final int migrations;
    private final AtomicBoolean complete = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalScratch(ClusterShelf shelf, LocalServer server, PrefixKeys keys, ReplayPlan plan, MakerRecords records)
            throws SQLException {
        this.shelf = shelf;
        this.server = server;
        this.owner = new Sessions(url(Snapshots.OWNER, DATABASE), Path.of(""));
        this.superuser = new Sessions(url(LocalServer.USER, DATABASE), Path.of(""));
        this.admin = new Sessions(url(LocalServer.USER, "postgres"), Path.of("")).open();
        this.version = admin.getMetaData().getDatabaseProductVersion();
        this.snapshots = Snapshots.in(admin, keys, DATABASE);
        this.migrations = keys.keys().size();
        this.reused = snapshots.restore(
                migrations - plan.traced(),
                applied -> records.upTo(applied, plan).isPresent());
        if (reused == 0) {
            run("ALTER SCHEMA public OWNER TO " + Snapshots.OWNER);
        }
    }

    /**
     * Starts a server and makes a database in which as many of the migrations are applied as earlier runs have left.
     *
     * @param records where it is kept which migration made what; what is not in them is not used again
     * @throws ScratchException when the programs do not run here
     */
    public static LocalScratch start(PostgresBinaries binaries, ReplayPlan plan, MakerRecords records) {
        PrefixKeys keys = PrefixKeys.of(plan);
        try {
            ClusterShelf shelf = ClusterShelf.of(binaries, Snapshots.setup());
            LocalServer server = shelf.take(Snapshots.names(keys).reversed());
            try {
                return new LocalScratch(shelf, server, keys, plan, records);
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

    private ConnectionUrl url(String role, String database) {
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
    public int reused() {
        return reused;
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
    public String prepare(Migration migration) throws SQLException, StatementRefused {
        String script = new Preparation(superuser, Snapshots.OWNER).of(migration);
        return admin.getMetaData().getDatabaseMajorVersion() >= RunRole.FIRST_WITH_TAME_CREATEROLE
                ? script
                : new MadeRoles(admin, owner, OWNER).of(migration, script);
    }

    @Override
    public void admit(List<String> roles) {
        NewRoles.make(admin, roles, Optional.empty());
    }

    @Override
    public void settled(int applied) throws SQLException {
        if (applied < migrations) {
            snapshots.copy(applied);
        } else {
            complete.set(true);
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            List<String> contents;
            try (admin) {
                contents = snapshots.leave(complete.get());
            }
            if (contents.isEmpty()) {
                server.close();
            } else {
                shelf.keep(server, contents);
            }
        } catch (SQLException | IOException _) {
            server.close(); // nothing is lost but time
        }
    }

    /** As superuser, in the scratch database. */
    private void run(String sql) throws SQLException {
        try (Connection connection = superuser.open()) {
            Sessions.run(connection, sql);
        }
    }
}
