package dev.schemawatch.finding;

import java.util.List;
import java.util.Optional;

/**
 * A part of a text.
 *
 * @param from index of its first {@code char}
 * @param to index behind its last
 */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(from + " to " + to + " is no span");
        }
    }

    /** The part of its file that a location is. */
    public static Span of(Location.InFile location) {
        return new Span(location.offset(), location.offset() + location.length());
    }

    /** Whether the {@code char} at that index belongs to it; an empty span holds the place where it stands. */
    public boolean contains(int index) {
        return index == from || (index > from && index < to);
    }

    /**
     * What a comment is about: the part that it stands in, else the one that ends on its line, else the next.
     *
     * @param parts the things that a comment can be about, in order and apart from each other
     */
    public static Optional<Span> meantBy(Span comment, List<Span> parts, String text) {
        Optional<Span> before = Optional.empty();
        for (Span part : parts) {
            if (part.contains(comment.from())) {
                return Optional.of(part);
            }
            if (part.from() >= comment.to()) {
                return before.filter(previous -> isOneLine(text.substring(previous.to(), comment.from())))
                        .or(() -> Optional.of(part));
            }
            // One that begins inside of the comment is an accident of broken text.
            if (part.to() <= comment.from()) {
                before = Optional.of(part);
            }
        }
        return before.filter(previous -> isOneLine(text.substring(previous.to(), comment.from())));
    }

    private static boolean isOneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    }
}
