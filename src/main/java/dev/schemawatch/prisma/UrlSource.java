package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.Objects;

/** Where the URL of a database comes from. */
public sealed interface UrlSource {

    /** Where that is said: the value itself, not the name of the property. */
    Location.InFile location();

    /** Written down where it is used. It may hold a password, so it must not be shown. */
    record Literal(String url, Location.InFile location) implements UrlSource {
        public Literal {
            Objects.requireNonNull(url);
            Objects.requireNonNull(location);
        }

        @Override
        public String toString() {
            return "Literal[***]";
        }
    }

    /** The value of an environment variable. */
    record Env(String variable, Location.InFile location) implements UrlSource {
        public Env {
            Objects.requireNonNull(variable);
            Objects.requireNonNull(location);
        }
    }

    /** {@code env()} of a text that is the name of no variable; mostly it is the URL itself, so it is not kept. */
    record Misnamed(Location.InFile location) implements UrlSource {
        public Misnamed {
            Objects.requireNonNull(location);
        }
    }

    /** What {@code env("…")} and {@code process.env} with that text between the quotes read. */
    static UrlSource env(String text, Location.InFile location) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*") ? new Env(text, location) : new Misnamed(location);
    }
}
