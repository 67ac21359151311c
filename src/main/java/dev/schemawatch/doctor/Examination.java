package dev.schemawatch.doctor;

import dev.schemawatch.postgres.Checkup;
import dev.schemawatch.postgres.DatabaseCheckup;
import dev.schemawatch.setup.DatabaseTarget.Url;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a URL leads to, under examination since this was made: several run at the same time.
 *
 * @param running empty where there is no URL to examine, or it is left alone
 */
record Examination(Url url, Optional<DatabaseCheckup> running) {
    /** Long for a server that works, and short for somebody who waits for one that does not. */
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** @param certificates the folder that relative names of certificate files in the URL start from */
    static Examination start(Url url, Path certificates) {
        return new Examination(
                url,
                url instanceof Url.Usable usable
                        ? Optional.of(DatabaseCheckup.start(usable.url(), certificates, DEADLINE))
                        : Optional.empty());
    }

    /** Of a URL that is left alone. */
    static Examination none(Url url) {
        return new Examination(url, Optional.empty());
    }

    /** What it came to; waits for it. Empty where nothing is examined. */
    Optional<Checkup> checkup() {
        return running.map(DatabaseCheckup::await);
    }
}
