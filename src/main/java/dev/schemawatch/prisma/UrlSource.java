package dev.schemawatch.prisma;

/** Where the URL of a database comes from. */
public sealed interface UrlSource {

    /** Written down where it is used. It may hold a password, so it must not be shown. */
    record Literal(String url) implements UrlSource {
        @Override
        public String toString() {
            return "Literal[***]";
        }
    }

    /** The value of an environment variable. */
    record Env(String variable) implements UrlSource {}

    /** {@code env()} of a text that is the name of no variable; mostly it is the URL itself, so it is not kept. */
    record Misnamed() implements UrlSource {}

    /** What {@code env("…")} and {@code process.env} with that text between the quotes read. */
    static UrlSource env(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*") ? new Env(text) : new Misnamed();
    }
}
