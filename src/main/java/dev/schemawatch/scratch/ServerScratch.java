package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.migration.Migration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;

/**
 * A database of a server that others use as well: one that was made there for this run, or one that is kept there for this
 * purpose and is empty. Where the role of the URL may make one, migrations have a role of the run. Roles that a migration has made
 * are removed again.
 */
public final class ServerScratch implements Scratch {
    private final Sessions sessions;
    private final Sessions forScripts;
    private final Connection guard;
    private final Tidying tidying;
    private final Optional<RunRole> role;
    private final NewRoles roles;
    private final String display;
    private final List<Integer> pids = new CopyOnWriteArrayList<>();
    private final List<String> scripts = new ArrayList<>();
    private final Thread closeAtExit = new Thread(this::closeOnce, "leave-scratch-database");
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param sessions with the scratch database, of the role of the URL
     * @param forScripts those of the role that migrations have
     * @param guard is kept open until the end; ends sessions and tidies up
     * @param role of the run; empty where none can be made
     */
    private ServerScratch(
            Sessions sessions,
            Sessions forScripts,
            Connection guard,
            Tidying tidying,
            Optional<RunRole> role,
            NewRoles roles,
            String display) {
        this.sessions = sessions;
        this.forScripts = forScripts;
        this.guard = guard;
        this.tidying = tidying;
        this.role = role;
        this.roles = roles;
        this.display = display;
        Runtime.getRuntime().addShutdownHook(closeAtExit);
    }

    /**
     * Makes a database under a random name.
     *
     * @param server a database of the server, whose role may create databases
     * @param certificates the folder that relative names of certificate files in the URL start from
     * @param trusted whether migrations may do all that the role of the URL may do
     * @throws ScratchException when the server refuses
     */
    public static ServerScratch created(ConnectionUrl server, Path certificates, boolean trusted) {
        Sessions outside = new Sessions(server, certificates);
        try {
            Connection guard = outside.open();
            try {
                OwnDatabase.sweep(guard);
                RunRole.sweep(guard);
                NewRoles roles = NewRoles.since(guard);
                Optional<RunRole> role = RunRole.make(guard);
                OwnDatabase own = OwnDatabase.create(guard, role);
                Sessions sessions = new Sessions(server.withDatabase(own.name()), certificates);
                String display = "database " + sessions.url().display() + ", made for this run";
                return handedOver(sessions, guard, own, trusted, role, roles, display);
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
     * @param trusted whether migrations may do all that the role of the URL may do
     * @throws ScratchException of kind REFUSED when it is one of the others, or holds anything that no dry run has left there
     */
    public static ServerScratch given(
            ConnectionUrl url, List<ConnectionUrl> others, Path certificates, boolean trusted) {
        Identity.requireOther(url, others);
        Sessions sessions = new Sessions(url, certificates);
        try {
            Connection guard = sessions.open();
            try {
                Identity.of(guard).requireNoneOf(url, others, certificates);
                GivenDatabase given = GivenDatabase.take(guard, url);
                RunRole.sweep(guard);
                NewRoles roles = NewRoles.since(guard);
                String display = "database " + url.display() + ", emptied afterwards";
                return handedOver(sessions, guard, given, trusted, RunRole.make(guard), roles, display);
            } catch (SQLException | ScratchException e) {
                guard.close();
                throw e;
            }
        } catch (SQLException e) {
            throw sessions.failure("The scratch database", e);
        }
    }

    /** Gives the database to the role of the run, where there is one and migrations are not trusted; undoes all where that fails. */
    private static ServerScratch handedOver(
            Sessions sessions,
            Connection guard,
            Tidying tidying,
            boolean trusted,
            Optional<RunRole> role,
            NewRoles roles,
            String display)
            throws SQLException {
        try {
            Sessions forScripts = role.isPresent() && !trusted ? role.get().handOver(sessions) : sessions;
            return new ServerScratch(sessions, forScripts, guard, tidying, role, roles, display);
        } catch (SQLException | ScratchException e) {
            new ServerScratch(sessions, sessions, guard, tidying, role, roles, display).close();
            throw e;
        }
    }

    /** Whether PostgreSQL itself keeps migrations from everything but their database. */
    public boolean isContained() {
        return !forScripts.equals(sessions);
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
        Connection connection = forScripts.openForScripts();
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
        NewRoles.make(guard, wanted, role);
    }

    @Override
    public String prepare(Migration migration) throws SQLException, StatementRefused {
        entrustRoles();
        scripts.add(migration.script());
        if (role.isEmpty() || !isContained()) {
            return migration.script();
        }
        String script = new Preparation(sessions, role.get().name()).of(migration);
        return role.get().makesRoles() ? script : new MadeRoles(guard, forScripts, role.get()).of(migration, script);
    }

    @Override
    public void settled(int applied) throws SQLException {
        entrustRoles();
    }

    /** The role of a migration looks after those that it makes by itself. */
    private void entrustRoles() throws SQLException {
        if (role.isPresent() && !isContained()) {
            roles.entrust(guard, scripts, role.get());
        }
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
            try {
                tidying.tidy(guard);
            } finally {
                if (role.isPresent()) {
                    role.get().drop(guard);
                }
                roles.drop(guard, List.copyOf(scripts));
            }
            Sessions.run(guard, "SELECT pg_advisory_unlock_all()"); // a session ends a moment after its client has gone
        } catch (SQLException e) {
            throw sessions.failure("The scratch database could not be left as it was; remove what is in it by hand", e);
        }
    }
}
