package dev.schemawatch.scratch;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.replay.FailedMigration;
import dev.schemawatch.replay.FailedMigration.Cause;
import dev.schemawatch.replay.MigrationTrace;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.replay.ReplayPlan;
import dev.schemawatch.replay.Replayed;
import dev.schemawatch.sql.SqlName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.postgresql.core.BaseConnection;

/** Applies migrations to a scratch database, one at a time and in one session, as {@code prisma migrate deploy} does. */
public final class MigrationReplay {
    private final Scratch scratch;
    private final ReplayPlan plan;
    private final ReplayListener listener;
    private final MakerWatch makers;
    private final List<MigrationTrace> traces = new ArrayList<>();

    /** @param records where it is kept which migration made what */
    public MigrationReplay(Scratch scratch, ReplayPlan plan, ReplayListener listener, MakerRecords records) {
        this.scratch = scratch;
        this.plan = plan;
        this.listener = listener;
        this.makers = new MakerWatch(plan, records, scratch.reused());
    }

    /**
     * Applies them until one fails. The last has a session of its own, as in a deployment of it alone.
     *
     * @throws ScratchException when the scratch database itself is of no use
     * @throws CancellationException when the listener calls it off, or the process is told to end
     */
    public Replayed run() {
        int all = plan.migrations().size();
        int reused = scratch.reused();
        int last = Math.max(reused, all - Math.max(1, plan.traced()));
        try {
            Optional<FailedMigration> failure = run(reused, last);
            return failure.isPresent() ? replayed(failure.get()) : end(last);
        } catch (SQLException e) {
            if (ProcessEnd.isNear()) {
                throw calledOff();
            }
            throw new ScratchException(
                    ScratchException.Kind.FAILED,
                    "The scratch database (" + scratch.display() + "): " + e.getMessage(),
                    e);
        }
    }

    private Replayed end(int last) throws SQLException {
        int all = plan.migrations().size();
        if (last > scratch.reused()) {
            scratch.settled(last);
        }
        Optional<FailedMigration> failure = run(last, all);
        if (failure.isPresent()) {
            return replayed(failure.get());
        }
        if (all > 0) {
            scratch.settled(all);
        }
        return new Replayed(all, scratch.reused(), Optional.empty(), traces);
    }

    private Replayed replayed(FailedMigration failure) {
        return new Replayed(
                plan.migrations().indexOf(failure.migration()), scratch.reused(), Optional.of(failure), traces);
    }

    /** Applies those from one number to before another, in one session. */
    private Optional<FailedMigration> run(int from, int to) throws SQLException {
        if (from == to && from > 0) {
            return Optional.empty();
        }
        try (Connection connection = scratch.open()) {
            BaseConnection session = connection.unwrap(BaseConnection.class);
            begin(connection);
            try (Watchdog watchdog = new Watchdog(scratch, session, plan.patience(), listener::isCalledOff)) {
                ScriptSession scripts = new ScriptSession(session);
                for (int number = from; number < to; number++) {
                    Migration migration = plan.migrations().get(number);
                    listener.begins(migration, number, plan.migrations().size());
                    makers.begins(connection, number);
                    Optional<FailedMigration> failure = apply(migration, scripts, watchdog);
                    requireWanted(failure);
                    if (failure.isPresent()) {
                        return failure;
                    }
                    makers.ended(connection, number);
                }
                makers.settled(connection, to);
                return Optional.empty();
            }
        }
    }

    private void requireWanted(Optional<FailedMigration> failure) {
        boolean lost = failure.filter(failed -> failed.cause() instanceof Cause.LostSession)
                .isPresent();
        if (listener.isCalledOff() || (lost ? ProcessEnd.isNear() : ProcessEnd.hasBegun())) {
            throw calledOff();
        }
    }

    private static CancellationException calledOff() {
        return new CancellationException("nobody wants the outcome any more");
    }

    private void begin(Connection connection) throws SQLException {
        String namespace = SqlName.quote(plan.namespace());
        Sessions.run(connection, "SET client_min_messages = error");
        Sessions.run(connection, "CREATE SCHEMA IF NOT EXISTS " + namespace);
        Sessions.run(connection, "SET search_path = " + namespace);
        Sessions.run(connection, Records.TABLE);
    }

    private Optional<FailedMigration> apply(Migration migration, ScriptSession session, Watchdog watchdog)
            throws SQLException {
        int nul = migration.script().indexOf('\0');
        if (nul >= 0) {
            return failed(migration, place(migration, nul), new Cause.NulByte());
        }
        if (migration.author() == Author.PRISMA && migration.file().hasByteOrderMark()) {
            return failed(migration, place(migration, 0), new Cause.ByteOrderMark());
        }
        String script;
        try {
            script = scratch.prepare(migration);
        } catch (StatementRefused e) {
            return failed(migration, e.place(), new SqlComplaint(e.error()).cause());
        }
        Records records = new Records(migration);
        try {
            session.run(records.begin());
        } catch (ScriptSession.Interrupted e) {
            return failed(migration, whole(migration), new Cause.Unrecordable(message(e.error())));
        }
        Execution execution = new Execution(plan, migration, session, watchdog);
        Optional<FailedMigration> failure =
                isTraced(migration) ? execution.traced(script, traces::add) : execution.whole(script);
        if (failure.isPresent()) {
            return failure;
        }
        if (session.isInTransaction()) {
            return failed(migration, whole(migration), new Cause.OpenTransaction());
        }
        try {
            session.run(records.end());
        } catch (ScriptSession.Interrupted e) {
            return failed(migration, whole(migration), new Cause.Unrecordable(message(e.error())));
        }
        return Optional.empty();
    }

    private boolean isTraced(Migration migration) {
        return plan.migrations().indexOf(migration) >= plan.migrations().size() - plan.traced();
    }

    private static Optional<FailedMigration> failed(Migration migration, Location.InFile place, Cause cause) {
        return Optional.of(new FailedMigration(migration, place, cause));
    }

    private static Location.InFile whole(Migration migration) {
        return Location.InFile.whole(migration.path());
    }

    private static Location.InFile place(Migration migration, int offset) {
        return Location.InFile.of(migration.path(), migration.script(), new Span(offset, offset));
    }

    private static String message(SQLException error) {
        return new SqlComplaint(error).message();
    }
}
