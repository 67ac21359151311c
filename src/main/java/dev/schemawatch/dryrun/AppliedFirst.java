package dev.schemawatch.dryrun;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.engine.History;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.migration.HistoryVerdict;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationHistory;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.scratch.ScratchException.Kind;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The migrations in the order in which the live database has them and will get them: a pending one may be older by its number
 * than one that is applied. The live state is made again from the scripts and not copied: whatever of it no migration has made
 * is drift, which {@code drift} reports.
 *
 * @param target the live database
 */
record AppliedFirst(DatabaseTarget target, Path certificates, Duration deadline) {

    /** @throws ScratchException when the history of the live database cannot be read */
    Order order(ProjectMigrations migrations) {
        Optional<HistoryVerdict> history = switch (history()) {
            case History.Read<List<AppliedMigration>>(List<AppliedMigration> rows) ->
                Optional.of(MigrationHistory.judge(migrations.folder(), rows));
            case History.NoTable<List<AppliedMigration>>() -> Optional.empty();
            case History.Unreadable<List<AppliedMigration>>(String reason) -> throw failed(reason);
        };
        Set<String> applied = new HashSet<>();
        history.ifPresent(verdict -> {
            applied.addAll(verdict.applied());
            applied.addAll(verdict.edited());
            if (!verdict.failed().isEmpty()) {
                throw failed("The migration " + verdict.failed().getFirst()
                        + " began there and never finished, so Prisma would apply nothing. Settle it with prisma migrate"
                        + " resolve first.");
            }
        });
        List<Migration> pending = migrations.readable().stream()
                .filter(migration -> !applied.contains(migration.name()))
                .toList();
        Stream<Migration> before =
                migrations.readable().stream().filter(migration -> applied.contains(migration.name()));
        return new Order(Stream.concat(before, pending.stream()).toList(), pending.size());
    }

    /** @param pending how many of them, at the end, are not applied yet */
    record Order(List<Migration> migrations, int pending) {
        Order {
            migrations = List.copyOf(migrations);
        }
    }

    private History<List<AppliedMigration>> history() {
        return switch (target.url()) {
            case Url.Unusable(String message) -> throw new ScratchException(Kind.CONFIGURATION, message);
            case Url.NotFound(String message) -> throw new ScratchException(Kind.CONFIGURATION, message);
            case Url.Usable usable -> {
                DatabaseState state;
                try (DatabasePoll poll = DatabasePoll.once(usable.url(), certificates, deadline)) {
                    state = poll.look(Optional.empty());
                }
                yield switch (state) {
                    case Available seen -> seen.history();
                    case Unavailable(var _, String message) -> throw failed(message);
                };
            }
        };
    }

    private ScratchException failed(String reason) {
        return new ScratchException(
                Kind.FAILED, "What is pending in database " + target.name() + " cannot be found out: " + reason);
    }
}
