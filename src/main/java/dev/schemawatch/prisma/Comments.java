package dev.schemawatch.prisma;

import java.util.Optional;

/** Tells documentation from other comments. */
final class Comments {
    private Comments() {}

    /** The text of a {@code ///} comment, without the slashes and one space after them; nothing for a plain {@code //}. */
    static Optional<String> documentation(String comment) {
        if (!comment.startsWith("///")) {
            return Optional.empty();
        }
        String text = comment.substring(3);
        return Optional.of((text.startsWith(" ") ? text.substring(1) : text).stripTrailing());
    }

    /** The documentation above a declaration and behind it, as one text. */
    static String join(String above, String behind) {
        if (above.isEmpty() || behind.isEmpty()) {
            return above + behind;
        }
        return above + "\n" + behind;
    }
}
