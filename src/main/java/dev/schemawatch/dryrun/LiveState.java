package dev.schemawatch.dryrun;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.engine.History;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.migration.HistoryVerdict;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationHistory;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.scratch.LiveCopy;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.scratch.ScratchException.Kind;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the live database holds, and what is still to come to it. It is copied and not made again from the scripts: what somebody
 * has changed there by hand is in the way of a migration, too.
 *
 * @param target the live database
 * @param deadline for a look at it
 */
record LiveState(DatabaseTarget target, Path certificates, Duration deadline) {
    /** @throws ScratchException when the live database cannot be read, or Prisma would apply nothing to it */
    Pending pending(ProjectMigrations migrations) {
        ConnectionUrl url = url();
        Available live = look(url);
        List<AppliedMigration> rows = rows(live);
        HistoryVerdict verdict = MigrationHistory.judge(migrations.folder(), rows);
        if (!verdict.failed().isEmpty()) {
            throw failed("The migration " + verdict.failed().getFirst()
                    + " began there and never finished, so Prisma would apply nothing. Settle it with prisma migrate"
                    + " resolve first.");
        }
        List<Migration> pending = migrations.readable().stream()
                .filter(migration -> migration.author() == Author.PRISMA)
                .filter(migration -> verdict.pending().contains(migration.name()))
                .toList();
        return new Pending(LiveCopy.of(target.name(), url, certificates, major(live), rows, pending), pending);
    }

    /** @param migrations that Prisma would apply: scripts of people's own are recorded nowhere */
    record Pending(LiveCopy copy, List<Migration> migrations) {
        Pending {
            migrations = List.copyOf(migrations);
        }
    }

    private ConnectionUrl url() {
        return switch (target.url()) {
            case Url.Unusable(String message) -> throw new ScratchException(Kind.CONFIGURATION, message);
            case Url.NotFound(String message) -> throw new ScratchException(Kind.CONFIGURATION, message);
            case Url.Usable usable -> usable.url();
        };
    }

    private Available look(ConnectionUrl url) {
        DatabaseState state;
        try (DatabasePoll poll = DatabasePoll.once(url, certificates, deadline)) {
            state = poll.look(Optional.empty());
        }
        return switch (state) {
            case Available seen -> seen;
            case Unavailable(var _, String message) -> throw failed(message);
        };
    }

    private List<AppliedMigration> rows(Available live) {
        return switch (live.history()) {
            case History.Read<List<AppliedMigration>>(List<AppliedMigration> rows) -> rows;
            case History.Unreadable<List<AppliedMigration>>(String reason) -> throw failed(reason);
            case History.NoTable<List<AppliedMigration>>() -> {
                if (!live.schema().tables().isEmpty()) {
                    throw failed(
                            "It holds tables and has no _prisma_migrations, so Prisma would apply nothing (P3005). Say which"
                                    + " migrations it has: prisma migrate resolve --applied NAME for each.");
                }
                yield List.of();
            }
        };
    }

    /** As PostgreSQL prints it, the version begins with it. */
    private static int major(Available live) {
        return Integer.parseInt(live.serverVersion().replaceFirst("\\D.*", ""));
    }

    private ScratchException failed(String reason) {
        return new ScratchException(
                Kind.FAILED, "What is pending in database " + target.name() + " cannot be found out: " + reason);
    }
}
