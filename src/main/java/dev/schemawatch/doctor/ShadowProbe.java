package dev.schemawatch.doctor;

import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.postgres.Checkup.Examined;
import dev.schemawatch.postgres.Checkup.Power;
import dev.schemawatch.postgres.Checkup.Power.Kind;
import dev.schemawatch.postgres.Checkup.Unreachable;
import dev.schemawatch.postgres.Checkup.WriteAttempt;
import dev.schemawatch.setup.DatabaseTarget.Url;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether there is a database to try migrations in. Prisma empties it at each use, so it must be no other's.
 *
 * @param shadow what is named for it
 * @param main the database that it is a shadow of, as far as it could be examined
 * @param taken whether it is one of the databases that are watched
 */
record ShadowProbe(Subject subject, Examination shadow, Optional<Examined> main, boolean taken) implements Probe {

    @Override
    public Stream<Diagnosis> examine() {
        return Stream.of(
                switch (shadow.url()) {
                    case Url.Usable usable -> named(usable);
                    case Url.Unusable(String message) -> subject.warning(message, List.of());
                    case Url.NotFound(String message) -> notNamed(message);
                });
    }

    private Diagnosis named(Url.Usable usable) {
        String where = usable.url().display() + ", from " + usable.from() + ": ";
        if (taken) {
            return subject.error(
                    where
                            + "this is the database itself. Prisma empties its shadow database at each use: name another.",
                    ConnectionRemedy.anotherShadow(usable));
        }
        return switch (shadow.checkup().orElseThrow()) {
            case Unreachable unreachable ->
                subject.warning(where + unreachable.reason().message(), ConnectionRemedy.of(unreachable, usable.url()));
            case Examined seen -> judge(where, usable, seen);
        };
    }

    private Diagnosis judge(String where, Url.Usable usable, Examined seen) {
        if (seen.server().deployed()) {
            return subject.warning(
                    where
                            + "migrations were deployed to it, so it looks like somebody's database. Prisma would empty it:"
                            + " name another.",
                    ConnectionRemedy.anotherShadow(usable));
        }
        if (seen.write() instanceof WriteAttempt.Refused) {
            return subject.warning(
                    where + seen.role() + " may not create anything there.",
                    List.of("ALTER DATABASE " + seen.server().database() + " OWNER TO " + seen.role() + ";"));
        }
        return seen.server().relations() == 0
                ? subject.ok(where + "answers, and is empty.")
                : subject.warning(
                        where + "it holds tables or views (" + seen.server().relations()
                                + "), which Prisma would remove. If anybody needs them, name another.",
                        ConnectionRemedy.anotherShadow(usable));
    }

    private Diagnosis notNamed(String message) {
        Optional<Examined> creator = main.filter(seen -> seen.powers().stream()
                .map(Power::kind)
                .anyMatch(kind -> kind == Kind.SUPERUSER || kind == Kind.CREATES_DATABASES));
        if (creator.isPresent()) {
            return subject.ok("none is named; " + creator.get().role()
                    + " may create databases, so Prisma makes one for each use.");
        }
        return programs()
                .map(programs -> subject.ok("none is named; the programs in " + programs.folder() + " can run one."))
                .orElseGet(() -> subject.warning(
                        message + " Only prisma migrate dev and diff need one. Create it and name it:",
                        List.of("CREATE DATABASE shadow;")));
    }

    private static Optional<PostgresBinaries> programs() {
        try {
            return PostgresBinaries.installed();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
