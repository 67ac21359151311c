package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where the URL of a database comes from. */
public sealed interface UrlSource {

    /** Where that is said: the value itself, not the name of the property. */
    Location.InFile location();

    /** The variables that it may read, in order. */
    default Stream<String> variables() {
        return switch (this) {
            case Env(String variable, var _) -> Stream.of(variable);
            case Template(var parts, var _) ->
                parts.stream().flatMap(List::stream).flatMap(UrlSource::variables);
            case Literal _, Misnamed _ -> Stream.empty();
        };
    }

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

    /**
     * A text with the values of variables in it. It may hold a password, so it must not be shown.
     *
     * @param parts what is joined: of each the first that has a value
     */
    record Template(List<List<UrlSource>> parts, Location.InFile location) implements UrlSource {
        public Template {
            parts = parts.stream().map(List::copyOf).toList();
            Objects.requireNonNull(location);
        }

        /** The variables that have to be set, all of them. */
        public List<String> required() {
            return parts.stream()
                    .filter(part -> part.stream().noneMatch(Literal.class::isInstance))
                    .flatMap(part -> part.stream().flatMap(UrlSource::variables).limit(1))
                    .distinct()
                    .toList();
        }

        /**
         * The text with the values put in, or nothing where one has none.
         *
         * @param value of a variable
         */
        public Optional<String> text(Function<String, Optional<String>> value) {
            StringBuilder text = new StringBuilder();
            for (List<UrlSource> part : parts) {
                Optional<String> found = part.stream()
                        .flatMap(source -> switch (source) {
                            case Literal literal -> Stream.of(literal.url());
                            case Env variable -> value.apply(variable.variable()).stream();
                            case Misnamed _, Template _ -> Stream.<String>empty();
                        })
                        .findFirst();
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                text.append(found.get());
            }
            return Optional.of(text.toString());
        }

        @Override
        public String toString() {
            return "Template[***]";
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
