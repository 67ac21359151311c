package dev.schemawatch.env;

import java.util.regex.Pattern;

/** What people write in place of a value in an example: {@code <password>}, {@code [YOUR-PASSWORD]}, {@code USER}. */
public final class Template {
    private static final Pattern TEMPLATE = Pattern.compile("[<>\\[\\]{}*\u2026]|\\.\\.\\."
            + "|(?i:your|xxx|change|replace|insert|placeholder|todo)"
            + "|(?<![A-Za-z0-9])[A-Z][A-Z_-]{2,}(?![A-Za-z0-9])");

    private Template() {}

    /** Whether the text looks like one. */
    public static boolean matches(String value) {
        return TEMPLATE.matcher(value).find();
    }
}
