package dev.schemawatch.engine;

import dev.schemawatch.diff.Drift;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.schema.DatabaseSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What was seen when a database was last looked at. */
public sealed interface DatabaseState {

    /**
     * The catalog was read.
     *
     * @param serverVersion as PostgreSQL prints it, for example {@code 17.2}
     * @param history the rows of {@code _prisma_migrations}
     * @param comparer answers about expressions, value-equal when the answers are: a live comparison asks once, while the
     *     connection is open, and the answers are kept here
     * @param comparison what it was compared with to find out what to ask; empty where nothing was expected
     */
    record Available(
            String serverVersion,
            DatabaseSchema schema,
            History<List<AppliedMigration>> history,
            ExpressionComparer comparer,
            Optional<Comparison> comparison)
            implements DatabaseState {
        public Available {
            Objects.requireNonNull(serverVersion);
            Objects.requireNonNull(schema);
            history = history.map(List::copyOf);
            Objects.requireNonNull(comparer);
            Objects.requireNonNull(comparison);
        }
    }

    /** What a database was compared with as it was looked at, and what came of it. */
    record Comparison(DatabaseSchema expected, Drift drift) {}

    /**
     * It could not be looked at: nothing is known about drift.
     *
     * @param reason one of a closed set, for metrics
     * @param message a sentence for people, without a secret
     */
    record Unavailable(Reason reason, String message) implements DatabaseState {}

    /** Why a database could not be looked at; the closed set behind the {@code reason} label of the metrics. */
    enum Reason {
        CONNECT,
        AUTH,
        TIMEOUT,
        LOCK_TIMEOUT,
        PERMISSION,
        NOT_POSTGRESQL,
        CONFIGURATION,
        /** The schema cannot be relied on, so there is nothing to compare with. */
        SCHEMA,
        INTERNAL;

        /** Whether it can go away by itself, so that trying again makes sense. */
        public boolean isRetryable() {
            return switch (this) {
                case CONNECT, TIMEOUT, LOCK_TIMEOUT -> true;
                case AUTH, PERMISSION, NOT_POSTGRESQL, CONFIGURATION, SCHEMA, INTERNAL -> false;
            };
        }
    }
}
