package dev.schemawatch.setup;

import dev.schemawatch.env.ConnectionUrl;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A database that is to be compared with a schema.
 *
 * @param name by which reports and metrics call it
 * @param schema path of the project's schema, relative to the root; empty for the only project
 */
public record DatabaseTarget(String name, Optional<String> schema, Url url) {
    public DatabaseTarget {
        Objects.requireNonNull(name);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(url);
    }

    /** What the search for its URL came to. */
    public sealed interface Url {
        /**
         * A URL that can be connected to.
         *
         * @param from where it was found, in words: "DATABASE_URL in .env:3:1"
         * @param warnings what Prisma reads otherwise than its author may think
         */
        record Usable(ConnectionUrl url, String from, List<String> warnings) implements Url {
            public Usable {
                warnings = List.copyOf(warnings);
            }
        }

        /** @param message sentences that say what is wrong with the URL and where it was found, without the URL */
        record Unusable(String message) implements Url {}

        /** @param message sentences that list where a URL was looked for, and say where to put one */
        record NotFound(String message) implements Url {}
    }
}
