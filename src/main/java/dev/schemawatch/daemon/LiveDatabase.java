package dev.schemawatch.daemon;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.InvalidSetup;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A database whose URL is looked up each time, since {@code .env} files change while the daemon runs: a new password is used
 * as soon as it is written. Belongs to one thread, except for {@link #close}.
 */
public final class LiveDatabase implements DatabaseLook {
    /** A session that is idle for longer than this is given back to the server. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(60);

    private final Setup setup;
    private final Function<Workspace, DatabaseTarget> target;
    private final boolean keep;
    private final ExpectedDatabase expected;
    private final AtomicReference<Optional<Open>> open = new AtomicReference<>(Optional.empty());

    private LiveDatabase(
            Setup setup, Function<Workspace, DatabaseTarget> target, boolean keep, ExpectedDatabase expected) {
        this.setup = setup;
        this.target = target;
        this.keep = keep;
        this.expected = expected;
    }

    /**
     * A database that is looked at again and again: when that is often, by one connection that is kept.
     *
     * @param target finds the database as the repository names it now
     */
    public static LiveDatabase watched(Setup setup, Function<Workspace, DatabaseTarget> target) {
        boolean often = setup.config().drift().interval().compareTo(LONGEST_IDLE) <= 0;
        return new LiveDatabase(setup, target, often, new ExpectedDatabase());
    }

    /**
     * A database that is looked at once.
     *
     * @param expected keeps what is derived of the schema, for the evaluation that comes after
     */
    public static LiveDatabase once(Setup setup, DatabaseTarget target, ExpectedDatabase expected) {
        return new LiveDatabase(setup, _ -> target, false, expected);
    }

    @Override
    public Sight look(Workspace workspace) {
        DatabaseTarget now;
        try {
            now = target.apply(workspace);
        } catch (InvalidSetup gone) {
            return new Sight.Seen(unavailable(Optional.empty(), String.valueOf(gone.getMessage())), Optional.empty());
        }
        boolean wanted = !setup.config().databases().isEmpty();
        return !wanted && now.url() instanceof Url.NotFound(String message)
                ? new Sight.NoUrl(message)
                : new Sight.Seen(lookAt(now, workspace), source(now.url()));
    }

    /** One look at a database that is wanted, so that having no URL is a fault. */
    public WatchedDatabase lookAt(DatabaseTarget now, Workspace workspace) {
        return switch (now.url()) {
            case Url.Usable usable ->
                new WatchedDatabase(now.schema(), usable.url().schema(), look(usable.url(), now.schema(), workspace));
            case Url.Unusable(String message) -> unavailable(now.schema(), message);
            case Url.NotFound(String message) -> unavailable(now.schema(), message);
        };
    }

    private static Optional<String> source(Url url) {
        return switch (url) {
            case Url.Usable usable -> Optional.of(usable.url().display() + ", from " + usable.from());
            case Url.Unusable _, Url.NotFound _ -> Optional.empty();
        };
    }

    private DatabaseState look(ConnectionUrl url, Optional<String> schema, Workspace workspace) {
        Path certificates = setup.root().resolve(ProjectSchemas.folder(workspace, schema));
        return poll(new Address(url, certificates)).look(() -> expected.of(workspace, schema, url.schema()));
    }

    private DatabasePoll poll(Address address) {
        Optional<Open> before = open.get();
        if (before.isPresent() && before.get().address.equals(address)) {
            return before.get().poll;
        }
        Duration deadline = setup.config().drift().deadline();
        DatabasePoll poll = keep
                ? DatabasePoll.keeping(address.url, address.certificates, deadline)
                : DatabasePoll.once(address.url, address.certificates, deadline);
        open.getAndSet(Optional.of(new Open(address, poll))).ifPresent(old -> old.poll.close());
        return poll;
    }

    @Override
    public void close() {
        open.getAndSet(Optional.empty()).ifPresent(last -> last.poll.close());
    }

    private static WatchedDatabase unavailable(Optional<String> schema, String message) {
        return new WatchedDatabase(schema, "public", new DatabaseState.Unavailable(Reason.CONFIGURATION, message));
    }

    private record Address(ConnectionUrl url, Path certificates) {}

    private record Open(Address address, DatabasePoll poll) {}
}
