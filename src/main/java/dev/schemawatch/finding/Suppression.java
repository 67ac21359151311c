package dev.schemawatch.finding;

import java.util.Objects;
import java.util.Optional;

/**
 * A comment by which the author of a file says that a rule does not apply at one place. A comment that names several rules
 * is one suppression for each of them.
 *
 * @param rule as written: an id, a former one, or a name that no rule has; of another tool's comment {@code tool:name}, with
 *     {@code *} at its end for every name that begins so
 * @param comment where the comment is
 * @param covered what it is about
 * @param reason why; empty where the author gave none
 */
public record Suppression(String rule, Location.InFile comment, Covered covered, Optional<String> reason) {
    public Suppression {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(comment);
        Objects.requireNonNull(covered);
        Objects.requireNonNull(reason);
    }

    /** Whether it is the comment of another tool: then it is honoured, and otherwise none of our business. */
    public boolean isForeign() {
        return rule.indexOf(':') >= 0;
    }

    /** Whether another tool's comment names the rule, by what that tool calls it. */
    public boolean namesAlias(Rule candidate) {
        return candidate.aliases().stream()
                .map(alias -> alias.tool() + ":" + alias.name())
                .anyMatch(name ->
                        rule.endsWith("*") ? name.startsWith(rule.substring(0, rule.length() - 1)) : name.equals(rule));
    }

    /** The part of the file that a suppression is about. */
    public sealed interface Covered {
        /** The whole file, and what is said of the file as a whole. */
        record WholeFile() implements Covered {}

        /** What begins in that part of the text. */
        record Part(Span span) implements Covered {
            public Part {
                Objects.requireNonNull(span);
            }
        }

        /** Nothing: no declaration or statement follows the comment. */
        record Nothing() implements Covered {}
    }

    /** Whether it is about that place. */
    public boolean covers(Location location) {
        return location instanceof Location.InFile place
                && place.path().equals(comment.path())
                && switch (covered) {
                    case Covered.WholeFile() -> true;
                    case Covered.Part(Span span) -> place.line() > 0 && span.contains(place.offset());
                    case Covered.Nothing() -> false;
                };
    }
}
