package dev.schemawatch.convention;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A field that every model has, or every model that has a certain other one.
 *
 * @param sibling the other field; empty when no model does without
 */
public record RequiredField(String name, Optional<NamePattern> sibling) {
    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\s+if\\s+(\\S+))?");

    public RequiredField {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sibling);
    }

    /** {@code createdAt}, or {@code currency if *Amount}. */
    public static Optional<RequiredField> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<NamePattern> sibling = Optional.ofNullable(matcher.group(2)).flatMap(NamePattern::parse);
        return sibling.isPresent() == (matcher.group(2) != null)
                ? Optional.of(new RequiredField(matcher.group(1), sibling))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return name + sibling.map(other -> " if " + other).orElse("");
    }
}
