package dev.schemawatch.daemon;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.util.Optional;
import java.util.function.Function;

/** A database whose URL is looked up each time, since {@code .env} files change while the daemon runs. */
public final class LiveDatabase implements DatabaseLook {
    private final Function<Workspace, DatabaseTarget> target;
    private final Look look;

    /**
     * @param target finds the database as the repository names it now
     * @param look looks at it
     */
    public LiveDatabase(Function<Workspace, DatabaseTarget> target, Look look) {
        this.target = target;
        this.look = look;
    }

    /** A database of this repository, looked at within the configured deadline. */
    public static LiveDatabase of(Setup setup, Function<Workspace, DatabaseTarget> target) {
        return new LiveDatabase(
                target,
                (url, expected) -> new DatabasePoll(
                                url, setup.root(), setup.config().drift().deadline())
                        .look(expected));
    }

    @Override
    public WatchedDatabase look(Workspace workspace) {
        DatabaseTarget now = target.apply(workspace);
        return switch (now.url()) {
            case Url.Usable usable ->
                new WatchedDatabase(
                        now.schema(),
                        usable.url().schema(),
                        look.at(
                                usable.url(),
                                ProjectSchemas.expected(
                                        workspace, now.schema(), usable.url().schema())));
            case Url.Unusable(String message) -> unavailable(now, message);
            case Url.NotFound(String message) -> unavailable(now, message);
        };
    }

    private static WatchedDatabase unavailable(DatabaseTarget target, String message) {
        return new WatchedDatabase(
                target.schema(), "public", new DatabaseState.Unavailable(Reason.CONFIGURATION, message));
    }

    /** One look at a database that ends by its deadline. */
    @FunctionalInterface
    public interface Look {
        /** @param expected what the schema makes of a database; empty when it has errors */
        DatabaseState at(ConnectionUrl url, Optional<DatabaseSchema> expected);
    }
}
