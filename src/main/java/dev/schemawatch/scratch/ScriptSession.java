package dev.schemawatch.scratch;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.TransactionState;
import org.postgresql.core.Tuple;

/**
 * Sends a script as a single query of the simple protocol: PostgreSQL runs its statements in one transaction unless they say
 * otherwise, and gives the position of an error within the script. The driver's own statements would not tell how many of them
 * went through before the error.
 */
final class ScriptSession {
    private static final int FLAGS =
            QueryExecutor.QUERY_ONESHOT | QueryExecutor.QUERY_SUPPRESS_BEGIN | QueryExecutor.QUERY_EXECUTE_AS_SIMPLE;

    /** Rows beyond the first are thrown away as they come. */
    private static final int ROWS = 1;

    private final BaseConnection connection;

    /** @param connection of {@link Sessions#openForScripts} */
    ScriptSession(BaseConnection connection) {
        this.connection = connection;
    }

    /**
     * Runs a script to its end.
     *
     * @throws Interrupted when one of its statements fails
     */
    void run(String script) throws Interrupted {
        Completions completions = new Completions();
        try {
            QueryExecutor executor = connection.getQueryExecutor();
            Query query = executor.createQuery(script, false, false).query;
            executor.execute(query, null, completions, ROWS, 0, FLAGS);
        } catch (SQLException e) {
            throw new Interrupted(completions.number, e);
        }
    }

    /** Whether the last script has left a transaction open. */
    boolean isInTransaction() {
        return connection.getTransactionState() != TransactionState.IDLE;
    }

    BaseConnection connection() {
        return connection;
    }

    /** A script that was not run to its end. */
    static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1;

        private final int completed;
        private final SQLException error;

        private Interrupted(int completed, SQLException error) {
            super(error);
            this.completed = completed;
            this.error = error;
        }

        /** How many of its statements went through before; they may have been undone with it. */
        int completed() {
            return completed;
        }

        SQLException error() {
            return error;
        }
    }

    private static final class Completions extends ResultHandlerBase {
        private int number;

        @Override
        public void handleResultRows(
                Query fromQuery, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
            number++;
        }

        @Override
        public void handleCommandStatus(String status, long updateCount, long insertOid) {
            number++;
        }

        @Override
        public void handleWarning(SQLWarning warning) {
            // A loop of notices would fill the memory.
        }
    }
}
