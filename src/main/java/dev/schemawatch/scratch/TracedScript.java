package dev.schemawatch.scratch;

import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.MigrationTrace;
import dev.schemawatch.replay.MigrationTrace.TakenLock;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a script statement by statement, in the one transaction that it would have as a whole, and looks after each at what it has
 * done. A script that ends transactions itself, or cannot run in one, gets none: of its locks only those are seen that the
 * session holds on to.
 */
final class TracedScript {
    private final Migration migration;
    private final ScriptSession session;
    private final List<MigrationTrace.Statement> seen = new ArrayList<>();

    TracedScript(Migration migration, ScriptSession session) {
        this.migration = migration;
        this.session = session;
    }

    /** What was seen, also of a script that was not run to its end. */
    MigrationTrace trace() {
        return new MigrationTrace(migration, seen);
    }

    /**
     * Runs it.
     *
     * @param script with each statement where it stands in the migration's own
     * @throws Interrupted when a statement fails; then the transaction is undone
     */
    void run(String script) throws Interrupted, SQLException {
        boolean transaction = migration.statements().stream().noneMatch(this::isAlone);
        Relations start = Relations.of(session.connection());
        if (transaction) {
            Sessions.run(session.connection(), "BEGIN");
        }
        Relations before = Relations.of(session.connection());
        for (SqlStatement statement : migration.statements()) {
            int from = statement.location().offset();
            String text = script.substring(from, from + statement.location().length());
            long began = System.nanoTime();
            try {
                session.run(text);
            } catch (ScriptSession.Interrupted e) {
                throw new Interrupted(statement, e);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Relations after = Relations.of(session.connection());
            List<TakenLock> locks = after.locksSince(before, start);
            seen.add(new MigrationTrace.Statement(
                    statement.location(), statement.text(), took, locks, after.changesSince(before)));
            before = after;
        }
        if (transaction) {
            Sessions.run(session.connection(), "COMMIT");
        }
    }

    /**
     * Whether it comes to the same statement by statement: not where PostgreSQL would refuse the script as a whole.
     *
     * @param splits whether it is sent statement by statement in any case
     */
    boolean isTraceable(boolean splits) {
        return splits
                || migration.statements().size() == 1
                || migration.statements().stream().noneMatch(this::refuses);
    }

    /** PostgreSQL manual: these do not run in a transaction block. */
    private boolean refuses(SqlStatement statement) {
        Command command = statement.command();
        return command instanceof Command.Vacuum
                || command instanceof Command.CreateIndex index && index.concurrently()
                || command instanceof Command.DropObjects drop && drop.concurrently()
                || command instanceof Command.Reindex reindex && reindex.concurrently();
    }

    private boolean isAlone(SqlStatement statement) {
        return refuses(statement) || statement.command() instanceof Command.Transaction;
    }

    /** A statement that failed. */
    static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1;

        private final transient SqlStatement statement;
        private final ScriptSession.Interrupted failure;

        private Interrupted(SqlStatement statement, ScriptSession.Interrupted failure) {
            super(failure);
            this.statement = statement;
            this.failure = failure;
        }

        SqlStatement statement() {
            return statement;
        }

        ScriptSession.Interrupted failure() {
            return failure;
        }
    }
}
