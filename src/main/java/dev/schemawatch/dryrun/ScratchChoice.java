package dev.schemawatch.dryrun;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.BeyondDatabase;
import dev.schemawatch.replay.ReplayPlan;
import dev.schemawatch.scratch.LocalScratch;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.scratch.Scratch;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.scratch.ScratchException.Kind;
import dev.schemawatch.scratch.ServerScratch;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.DatabaseTargets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds a database to write to: the one that the command line names, or one made on the server that it names; else the shadow
 * database of the repository; else one of a server that is started with the programs of this machine.
 *
 * @param certificates the folder that relative names of certificate files in URLs start from
 * @param records where it is kept which migration made what
 */
record ScratchChoice(DatabaseTargets targets, DatabaseTarget target, Path certificates, MakerRecords records) {
    private static final int MOST_PLACES = 5;

    Scratch open(DryRunRequest request, ReplayPlan plan) {
        List<Migration> migrations = plan.migrations();
        if (request.shadowUrl().isPresent()) {
            Url url = DatabaseTargets.given(request.shadowUrl().get(), "--shadow-url");
            return given(usable(url), migrations, request.trusted());
        }
        if (request.serverUrl().isPresent()) {
            Url url = DatabaseTargets.given(request.serverUrl().get(), "--server-url");
            requireContained(migrations);
            return readable(
                    ServerScratch.created(usable(url), certificates, request.trusted()), migrations, request.trusted());
        }
        return switch (targets.shadowOf(target)) {
            case Url.Usable usable -> given(usable.url(), migrations, request.trusted());
            case Url.Unusable(String message) -> throw new ScratchException(Kind.CONFIGURATION, message);
            case Url.NotFound _ -> LocalScratch.start(programs(request), plan, records);
        };
    }

    private Scratch given(ConnectionUrl url, List<Migration> migrations, boolean trusted) {
        requireContained(migrations);
        return readable(ServerScratch.given(url, targets.known(), certificates, trusted), migrations, trusted);
    }

    /** Where PostgreSQL does not keep migrations from what their role may do elsewhere, nothing but reading does. */
    private static Scratch readable(ServerScratch scratch, List<Migration> migrations, boolean trusted) {
        List<String> unreadable = scratch.isContained() || trusted
                ? List.of()
                : migrations.stream()
                        .flatMap(migration -> migration.statements().stream())
                        .flatMap(statement -> statement.unreadable().stream()
                                .map(words -> "\n  " + statement.location().display() + ": " + words))
                        .toList();
        if (unreadable.isEmpty()) {
            return scratch;
        }
        scratch.close();
        throw new ScratchException(
                Kind.REFUSED,
                "What these statements do is only known when they run, and the role of the URL may do more than with its"
                        + " database:"
                        + unreadable.stream().limit(MOST_PLACES).collect(Collectors.joining())
                        + (unreadable.size() > MOST_PLACES
                                ? "\n  and " + (unreadable.size() - MOST_PLACES) + " more"
                                : "")
                        + "\nName a role with CREATEROLE and CREATEDB, so that one with fewer rights can be made for the run;"
                        + " or leave out --shadow-url, --server-url and SHADOW_DATABASE_URL; or add --trust-migrations.");
    }

    /** What does not end with a scratch database may only run on a server that ends with it. */
    private static void requireContained(List<Migration> migrations) {
        List<BeyondDatabase> beyond = migrations.stream()
                .flatMap(migration -> BeyondDatabase.of(migration).stream())
                .toList();
        if (!beyond.isEmpty()) {
            StringBuilder message = new StringBuilder(
                    "These statements may reach beyond the scratch database, so they are not run on a server that others use:");
            beyond.stream()
                    .limit(MOST_PLACES)
                    .forEach(statement -> message.append("\n  ")
                            .append(statement.place().display())
                            .append(": ")
                            .append(statement.words()));
            throw new ScratchException(
                    Kind.REFUSED,
                    message.append(
                                    beyond.size() > MOST_PLACES
                                            ? "\n  and " + (beyond.size() - MOST_PLACES) + " more"
                                            : "")
                            .append(
                                    "\nLeave out --shadow-url, --server-url and SHADOW_DATABASE_URL: then a PostgreSQL is started"
                                            + " for the run alone.")
                            .toString());
        }
    }

    private static ConnectionUrl usable(Url url) {
        return switch (url) {
            case Url.Usable usable -> usable.url();
            case Url.Unusable(String message) -> throw new ScratchException(Kind.CONFIGURATION, message);
            case Url.NotFound(String message) -> throw new ScratchException(Kind.CONFIGURATION, message);
        };
    }

    private static PostgresBinaries programs(DryRunRequest request) {
        try {
            return request.download() ? PostgresBinaries.findOrDownload() : PostgresBinaries.find();
        } catch (IOException e) {
            throw new ScratchException(
                    Kind.FAILED,
                    "There is no database to try the migrations in. " + e.getMessage()
                            + " Or name an empty database with --shadow-url or SHADOW_DATABASE_URL.",
                    e);
        }
    }
}
