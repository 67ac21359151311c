package dev.schemawatch.convention;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of all fields of a certain name.
 *
 * @param field which
 * @param type without {@code ?} or {@code []}
 * @param nativeType as the schema writes it: {@code @db.VarChar(36)}; empty when any will do
 */
public record RequiredType(NamePattern field, String type, Optional<String> nativeType) {
    private static final Pattern FORM = Pattern.compile("(\\S+)\\s+(\\w+)(?:\\s+(@\\w+\\.\\w+(?:\\([\\w, ]*\\))?))?");

    public RequiredType {
        Objects.requireNonNull(field);
        Objects.requireNonNull(type);
        Objects.requireNonNull(nativeType);
    }

    /** {@code *At DateTime}, or {@code id String @db.Uuid}. */
    public static Optional<RequiredType> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? NamePattern.parse(matcher.group(1))
                        .map(field -> new RequiredType(field, matcher.group(2), Optional.ofNullable(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return field + " " + declaration();
    }

    /** The type as a field would be declared with it. */
    public String declaration() {
        return type + nativeType.map(text -> " " + text).orElse("");
    }
}
