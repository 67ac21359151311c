package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.migration.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;

/**
 * A database of a server that others use as well: one that was made there for this run, or one that is kept there for this
 * purpose and is empty. Roles that a migration has made are removed again.
 */
public final class ServerScratch implements Scratch {
    private final Sessions sessions;
    private final Connection guard;
    private final Tidying tidying;
    private final NewRoles roles;
    private final String display;
    private final List<Integer> pids = new CopyOnWriteArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private final Thread closeAtExit = new Thread(this::closeOnce, "leave-scratch-database");
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param sessions with the scratch database
     * @param guard is kept open until the end; ends sessions and tidies up
     */
    private ServerScratch(Sessions sessions, Connection guard, Tidying tidying, NewRoles roles, String display) {
        this.sessions = sessions;
        this.guard = guard;
        this.tidying = tidying;
        this.roles = roles;
        this.display = display;
        Runtime.getRuntime().addShutdownHook(closeAtExit);
    }

    /**
     * Makes a database under a random name.
     *
     * @param server a database of the server, whose role may create databases
     * @param certificates the folder that relative names of certificate files in the URL start from
     * @throws ScratchException when the server refuses
     */
    public static ServerScratch created(ConnectionUrl server, Path certificates) {
        Sessions outside = new Sessions(server, certificates);
        try {
            Connection guard = outside.open();
            try {
                OwnDatabase own = OwnDatabase.create(guard);
                Sessions sessions = new Sessions(server.withDatabase(own.name()), certificates);
                return new ServerScratch(
                        sessions,
                        guard,
                        own,
                        NewRoles.since(guard),
                        "database " + sessions.url().display() + ", made for this run");
            } catch (SQLException e) {
                guard.close();
                throw e;
            }
        } catch (SQLException e) {
            throw outside.failure("No scratch database could be made", e);
        }
    }

    /**
     * Takes a database that is given for this purpose.
     *
     * @param others the databases that must not be written to
     * @param certificates the folder that relative names of certificate files in the URLs start from
     * @throws ScratchException of kind REFUSED when it is one of the others, or holds anything that no dry run has left there
     */
    public static ServerScratch given(ConnectionUrl url, List<ConnectionUrl> others, Path certificates) {
        Identity.requireOther(url, others);
        Sessions sessions = new Sessions(url, certificates);
        try {
            Connection guard = sessions.open();
            try {
                Identity.of(guard).requireNoneOf(url, others, certificates);
                return new ServerScratch(
                        sessions,
                        guard,
                        GivenDatabase.take(guard, url),
                        NewRoles.since(guard),
                        "database " + url.display() + ", emptied afterwards");
            } catch (SQLException | ScratchException e) {
                guard.close();
                throw e;
            }
        } catch (SQLException e) {
            throw sessions.failure("The scratch database", e);
        }
    }

    @Override
    public ConnectionUrl url() {
        return sessions.url();
    }

    @Override
    public String display() {
        return display;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = sessions.openForScripts();
        pids.add(connection.unwrap(PGConnection.class).getBackendPID());
        return connection;
    }

    @Override
    public void terminate(int pid) throws SQLException {
        Sessions.run(guard, "SELECT pg_terminate_backend(" + pid + ")");
    }

    @Override
    public List<String> lacking(List<String> extensions) {
        return Extensions.lacking(guard, extensions);
    }

    @Override
    public void admit(List<String> wanted) {
        scripts.addAll(wanted);
        NewRoles.make(guard, wanted);
    }

    /** The role of the URL has the rights that it has. */
    @Override
    public String prepare(Migration migration) {
        scripts.add(migration.script());
        return migration.script();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException _) {
            // The process is ending: whoever comes first, hook or caller, tidies up.
        }
        closeOnce();
    }

    private void closeOnce() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (guard) {
            for (int pid : pids) {
                terminate(pid);
            }
            tidying.tidy(guard);
            roles.drop(guard, List.copyOf(scripts));
        } catch (SQLException e) {
            throw sessions.failure("The scratch database could not be left as it was; remove what is in it by hand", e);
        }
    }
}
