package dev.schemawatch.daemon;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A database whose URL is looked up each time, since {@code .env} files change while the daemon runs. */
public final class LiveDatabase implements DatabaseLook {
    private final Setup setup;
    private final Function<Workspace, DatabaseTarget> target;

    /** @param target finds the database as the repository names it now */
    public LiveDatabase(Setup setup, Function<Workspace, DatabaseTarget> target) {
        this.setup = setup;
        this.target = target;
    }

    @Override
    public Sight look(Workspace workspace) {
        DatabaseTarget now = target.apply(workspace);
        boolean wanted = !setup.config().databases().isEmpty();
        return !wanted && now.url() instanceof Url.NotFound(String message)
                ? new Sight.NoUrl(message)
                : new Sight.Seen(lookAt(now, workspace));
    }

    /** One look at a database that is wanted, so that having no URL is a fault. */
    public WatchedDatabase lookAt(DatabaseTarget now, Workspace workspace) {
        return switch (now.url()) {
            case Url.Usable usable ->
                new WatchedDatabase(now.schema(), usable.url().schema(), look(usable.url(), now.schema(), workspace));
            case Url.Unusable(String message) -> unavailable(now, message);
            case Url.NotFound(String message) -> unavailable(now, message);
        };
    }

    private DatabaseState look(ConnectionUrl url, Optional<String> schema, Workspace workspace) {
        Path certificates = setup.root().resolve(ProjectSchemas.folder(workspace, schema));
        return new DatabasePoll(url, certificates, setup.config().drift().deadline())
                .look(ProjectSchemas.expected(workspace, schema, url.schema()));
    }

    private static WatchedDatabase unavailable(DatabaseTarget target, String message) {
        return new WatchedDatabase(
                target.schema(), "public", new DatabaseState.Unavailable(Reason.CONFIGURATION, message));
    }
}
