package dev.schemawatch.prisma;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@code package.json} says about Prisma.
 *
 * @param schema {@code prisma.schema}, relative to the file's folder; Prisma 7 no longer reads it
 * @param prismaMajor the major version in the range of {@code prisma}, else of {@code @prisma/client}; of several the highest
 * @param sendsWhole whether that version is pinned to one of 7.0 to 7.3, which send each script as one query; ranges count as
 *     their newest
 */
public record PackageJson(Optional<String> schema, Optional<Integer> prismaMajor, boolean sendsWhole) {
    private static final Pattern PINNED_BEFORE_SPLITTING = Pattern.compile("[=v~]*7\\.[0-3](?:\\.[0-9x*].*)?");
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SCHEMA = "/prisma/schema";
    private static final List<String> VERSIONS = List.of(
            "/devDependencies/prisma",
            "/dependencies/prisma",
            "/devDependencies/@prisma~1client",
            "/dependencies/@prisma~1client");
    private static final Pattern MAJOR = Pattern.compile("(?<![0-9.])([0-9]{1,4})(?![0-9])");

    /** Reads the text of the file; what is no JSON says nothing. */
    public static PackageJson read(String text) {
        Map<String, String> values = values(text);
        Optional<String> range = VERSIONS.stream()
                .flatMap(pointer -> Optional.ofNullable(values.get(pointer)).stream())
                .findFirst();
        return new PackageJson(
                Optional.ofNullable(values.get(SCHEMA)),
                range.flatMap(PackageJson::major),
                range.filter(PackageJson::isPinnedBeforeSplitting).isPresent());
    }

    /** The strings that matter, by JSON pointer (RFC 6901: {@code ~1} stands for a slash). */
    private static Map<String, String> values(String text) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    if (pointer.equals(SCHEMA) || VERSIONS.contains(pointer)) {
                        values.put(pointer, parser.getText());
                    }
                }
            }
            return values;
        } catch (IOException notJson) {
            return Map.of();
        }
    }

    private static boolean isPinnedBeforeSplitting(String range) {
        return !range.contains("||")
                && PINNED_BEFORE_SPLITTING.matcher(range.strip()).matches();
    }

    /** The highest major version of a version range; nothing for {@code latest}, {@code workspace:*}, a URL. */
    static Optional<Integer> major(String range) {
        if (range.contains("/") && !range.startsWith("npm:")) {
            return Optional.empty();
        }
        String versions = range.startsWith("npm:") ? range.substring(range.lastIndexOf('@') + 1) : range;
        return Stream.of(versions.split("\\|\\|", -1))
                .map(MAJOR::matcher)
                .filter(Matcher::find)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .max(Comparator.naturalOrder());
    }
}
