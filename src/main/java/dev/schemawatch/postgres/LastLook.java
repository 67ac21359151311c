package dev.schemawatch.postgres;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.History;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.Formula;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Spares the server a look when nothing was written since the last one. Its counters of written rows are a hint and no proof:
 * a session tells them at its end, or up to ten seconds after its last statement. So a look is repeated after a while
 * whatever they say.
 */
final class LastLook {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final AtomicReference<Optional<Seen>> last = new AtomicReference<>(Optional.empty());

    /**
     * What the last look saw, if it would see the same now; else what {@code look} sees.
     *
     * @param connection in no transaction: what was counted must be older than the snapshot that is taken after it
     * @param expected what the answers of the server are about
     */
    DatabaseState orElse(Connection connection, Optional<DatabaseSchema> expected, Look look) throws SQLException {
        Optional<String> activity = activity(connection);
        Optional<Seen> seen = last.get();
        if (seen.isPresent() && seen.get().isStill(activity, expected)) {
            return seen.get().state;
        }
        DatabaseState state = look.look();
        last.set(
                state instanceof Available available && activity.isPresent() && isWhole(available)
                        ? Optional.of(new Seen(activity.get(), expected, available, System.nanoTime()))
                        : Optional.empty());
        return state;
    }

    private static Optional<String> activity(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CatalogTransaction.text("activity"))) {
            return row.next() ? Optional.ofNullable(row.getString("mark")) : Optional.empty();
        }
    }

    /** Whether nothing was left unread because it was locked: that changes without a row being written. */
    private static boolean isWhole(Available state) {
        return !(state.history() instanceof History.Unreadable<?>)
                && state.schema().tables().values().stream().allMatch(LastLook::isWhole);
    }

    private static boolean isWhole(Table table) {
        return table.columns().stream().map(Column::defaultValue).noneMatch(LastLook::isUnread)
                && table.indexes().stream().noneMatch(LastLook::isUnread);
    }

    private static boolean isUnread(DefaultValue value) {
        return value instanceof DefaultValue.Generated(Formula.Unread _);
    }

    private static boolean isUnread(Index index) {
        return index.predicate().filter(Formula.Unread.class::isInstance).isPresent()
                || index.keys().stream().anyMatch(key -> key instanceof Index.Key.OfExpression(Formula.Unread _));
    }

    /** Looks at everything. */
    @FunctionalInterface
    interface Look {
        DatabaseState look() throws SQLException;
    }

    /** @param at by the clock of {@link System#nanoTime} */
    private record Seen(String activity, Optional<DatabaseSchema> expected, Available state, long at) {
        boolean isStill(Optional<String> activityNow, Optional<DatabaseSchema> expectedNow) {
            return activityNow.filter(activity::equals).isPresent()
                    && System.nanoTime() - at < LONGEST.toNanos()
                    && expected.equals(expectedNow);
        }
    }
}
