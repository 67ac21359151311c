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
}
