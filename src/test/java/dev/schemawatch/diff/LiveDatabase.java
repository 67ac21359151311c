package dev.schemawatch.diff;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.support.PostgresFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A database that was looked at as the daemon looks at one.
 *
 * @param comparer with the answers that the comparison with {@code expected} needs
 */
public record LiveDatabase(DatabaseSchema expected, DatabaseSchema actual, ExpressionComparer comparer) {

    /** Looks at a database of the test server. */
    public static LiveDatabase look(DatabaseSchema expected, PostgresFixture.Database database) {
        return look(expected, url(database));
    }

    /** Looks at the database of that URL. */
    public static LiveDatabase look(DatabaseSchema expected, ConnectionUrl url) {
        DatabasePoll poll = DatabasePoll.once(url, Path.of("."), Duration.ofSeconds(20));
        return switch (poll.look(Optional.of(expected))) {
            case DatabaseState.Available available ->
                new LiveDatabase(expected, available.schema(), available.comparer());
            case DatabaseState.Unavailable unavailable -> throw new IllegalStateException(unavailable.message());
        };
    }

    /** Every difference. */
    public Drift drift() {
        return new SchemaDiffer(comparer).diff(expected, actual);
    }

    /** How to reach a database of the test server. */
    public static ConnectionUrl url(PostgresFixture.Database database) {
        return switch (ConnectionUrl.parse(database.url())) {
            case ConnectionUrl.Parsed.Valid valid -> valid.url();
            case ConnectionUrl.Parsed.Invalid invalid -> throw new IllegalStateException(invalid.toString());
        };
    }
}
