package dev.schemawatch.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table in which commands that do the same stand side by side; how long they take is also told as a multiple of the first. A
 * command that fails is left out by name: how fast it does that tells nothing.
 */
final class Comparison {
    /** Of {@code check} and {@code drift}: the work is done, and something was found. */
    private static final int FINDINGS = 2;

    private final List<Contestant> contestants = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    void add(Contestant contestant) {
        contestants.add(contestant);
    }

    /** Adds a peer, or remembers by name that it is not there. */
    void add(Optional<Contestant> peer, String name) {
        peer.ifPresentOrElse(contestants::add, () -> absent.add(name));
    }

    /** Runs each so often, and writes the table. */
    void write(Page page, String title, String what, Path folder, int runs) {
        page.table(title, what, "shortest", "median", "longest", "ratio", "peak MB");
        double first = 0;
        for (Contestant contestant : contestants) {
            Contestant.Run once = contestant.run(folder);
            if (once.status() != 0 && once.status() != FINDINGS) {
                absent.add(contestant.name() + " (it ends with status " + once.status() + ")");
                continue;
            }
            Durations times = contestant.times(folder, runs);
            first = first == 0 ? times.median() : first;
            page.row(
                    contestant.name(),
                    "%s | %s | %s".formatted(
                            times.cells(), Durations.ratio(times.median() / first), Durations.number(once.peak())));
        }
        absent.forEach(page::absent);
    }
}
