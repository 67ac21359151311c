package dev.schemawatch.doctor;

import dev.schemawatch.postgres.Checkup;
import dev.schemawatch.postgres.Checkup.Examined;
import dev.schemawatch.postgres.Checkup.Server;
import dev.schemawatch.postgres.Checkup.Unreachable;
import dev.schemawatch.setup.DatabaseTarget.Url.Usable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The server that a URL leads to: whether it answers, whether its version is known, and whether anybody can listen in. */
record DatabaseProbe(Subject subject, Usable found, Checkup checkup) implements Probe {
    /** PostgreSQL 13 has the oldest catalog that is read. */
    private static final int OLDEST = 13;

    private static final int NEWEST = 18;

    @Override
    public Stream<Diagnosis> examine() {
        return Stream.of(
                switch (checkup) {
                    case Unreachable unreachable ->
                        subject.error(
                                unreachable.reason().message() + " The URL is from " + found.from() + ".",
                                ConnectionRemedy.of(unreachable, found.url()));
                    case Examined examined -> judge(examined.server());
                });
    }

    private Diagnosis judge(Server server) {
        String seen = found.url().display() + ", from " + found.from() + ": PostgreSQL " + server.version()
                + (server.standby() ? " (a standby), " : ", ")
                + server.tls().orElse("no TLS") + ", round trip " + milliseconds(server) + ".";
        if (server.major() < OLDEST) {
            return subject.error(
                    seen + " It is too old: Schemawatch reads PostgreSQL " + OLDEST + " and later.", List.of());
        }
        List<String> doubts = new ArrayList<>(found.warnings());
        List<String> remedy = new ArrayList<>();
        if (server.major() > NEWEST) {
            doubts.add("It is newer than " + NEWEST
                    + ", the newest that Schemawatch knows: what is new there is not read.");
        }
        if (server.tls().isEmpty() && !found.url().isLoopback()) {
            doubts.add("Everybody on the way can read along.");
            doubts.add("Add to the parameters of the URL:");
            remedy.add("sslmode=require&sslaccept=strict");
        }
        return doubts.isEmpty() ? subject.ok(seen) : subject.warning(seen + " " + String.join(" ", doubts), remedy);
    }

    private static String milliseconds(Server server) {
        return String.format(Locale.ROOT, "%.1f ms", server.roundTrip().toNanos() / 1e6);
    }
}
