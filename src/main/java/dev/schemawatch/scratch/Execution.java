package dev.schemawatch.scratch;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.FailedMigration;
import dev.schemawatch.replay.FailedMigration.Cause;
import dev.schemawatch.replay.MigrationTrace;
import dev.schemawatch.replay.ReplayPlan;
import dev.schemawatch.sql.SqlStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The script of one migration, run in time or not, and what is to be said when it does not go through. */
record Execution(ReplayPlan plan, Migration migration, ScriptSession session, Watchdog watchdog) {
    private static final String IN_TRANSACTION = "25001";

    /**
     * As Prisma runs it.
     *
     * @param script of the same length as the migration's own
     */
    Optional<FailedMigration> whole(String script) {
        try (Watchdog.Watch watch = watchdog.watch()) {
            try {
                session.run(script);
                return Optional.empty();
            } catch (ScriptSession.Interrupted e) {
                boolean splits =
                        plan.splits() && IN_TRANSACTION.equals(e.error().getSQLState());
                return splits && !watch.fired() ? split(script, watch) : failed(e, 0, migration.statements(), watch);
            }
        }
    }

    /**
     * Statement by statement, with a look after each at what it did.
     *
     * @param traces takes what was seen, before this returns
     */
    Optional<FailedMigration> traced(String script, Consumer<MigrationTrace> traces) throws SQLException {
        TracedScript traced = new TracedScript(migration, session);
        if (!traced.isTraceable(plan.splits())) {
            return whole(script);
        }
        try (Watchdog.Watch watch = watchdog.watch()) {
            try {
                traced.run(script);
                return Optional.empty();
            } catch (TracedScript.Interrupted e) {
                SqlStatement statement = e.statement();
                return failed(e.failure(), statement.location().offset(), List.of(statement), watch);
            } finally {
                traces.accept(traced.trace());
            }
        }
    }

    /** Nothing of the script has taken effect: PostgreSQL has undone what came before the statement that it refused. */
    private Optional<FailedMigration> split(String script, Watchdog.Watch watch) {
        for (SqlStatement statement : migration.statements()) {
            Span span = Span.of(statement.location());
            try {
                session.run(script.substring(span.from(), span.to()));
            } catch (ScriptSession.Interrupted e) {
                return failed(e, span.from(), List.of(statement), watch);
            }
        }
        return Optional.empty();
    }

    /**
     * @param offset of what was sent, in the script
     * @param statements of what was sent
     */
    private Optional<FailedMigration> failed(
            ScriptSession.Interrupted interrupted, int offset, List<SqlStatement> statements, Watchdog.Watch watch) {
        SqlComplaint complaint = new SqlComplaint(interrupted.error());
        Location.InFile place = complaint
                .offset(migration.script().substring(offset))
                .map(position -> place(offset + position))
                .or(() -> statements.stream()
                        .skip(interrupted.completed())
                        .findFirst()
                        .map(statement -> complaint.within(statement, migration)))
                .orElseGet(() -> Location.InFile.whole(migration.path()));
        Cause cause = watch.fired() ? new Cause.TookTooLong(plan.patience()) : complaint.cause();
        return Optional.of(new FailedMigration(migration, place, cause));
    }

    private Location.InFile place(int offset) {
        return Location.InFile.of(migration.path(), migration.script(), new Span(offset, offset));
    }
}
