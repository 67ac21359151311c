package dev.schemawatch.daemon;

import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.watch.Noticed;
import java.time.Duration;

/** Why there was a run. */
public sealed interface Trigger {

    /** The reason as a clause for people: "prisma/schema.prisma changed". */
    String words();

    /** The daemon started. */
    record Start() implements Trigger {
        @Override
        public String words() {
            return "started";
        }
    }

    /** Files changed. */
    record Files(Noticed noticed) implements Trigger {
        @Override
        public String words() {
            return switch (noticed.cause()) {
                case CHANGE -> changed();
                case START -> "changed while starting";
                case OVERFLOW -> "too many changes for the event queue, read everything again";
                case WATCHER_LOST -> "the watch was set up again, read everything again";
                case PERIODIC -> "a periodic look found a change that no event announced";
            };
        }

        private String changed() {
            int number = noticed.changes().paths().size();
            if (number == 0) {
                return "files changed";
            }
            String path = noticed.changes().paths().first();
            String first = path.isEmpty() ? "the folder itself" : path;
            return number == 1 ? first + " changed" : "%s and %d more changed".formatted(first, number - 1);
        }
    }

    /** A database was looked at. */
    record Database(String name, WatchedDatabase seen, Duration took) implements Trigger {
        @Override
        public String words() {
            return "looked at " + name;
        }
    }

    /** A database that was watched has no URL any more. */
    record Unnamed(String name) implements Trigger {
        @Override
        public String words() {
            return name + " has no URL any more";
        }
    }

    /** The migrations were tried on an empty database. */
    record Trial(MigrationTrial.Tried tried) implements Trigger {
        @Override
        public String words() {
            return tried.words();
        }
    }
}
