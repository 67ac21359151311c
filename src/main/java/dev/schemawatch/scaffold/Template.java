package dev.schemawatch.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with gaps, from the resources beside this class. <code>@{name}</code> is the only value of that name. The lines from
 * {@code @if name} or {@code @unless name} to {@code @end} are there when there is such a value, or none; those from
 * {@code @each name} to {@code @end} once for each value, which is <code>@{it}</code> in them.
 */
final class Template {
    private static final Pattern GAP = Pattern.compile("@\\{([a-z-]+)}");
    private static final Pattern DIRECTIVE = Pattern.compile("@(if|unless|each) ([a-z-]+)");
    private static final String END = "@end";

    private final List<String> lines;

    private Template(List<String> lines) {
        this.lines = lines;
    }

    /** The template of that name. */
    static Template named(String name) {
        try (InputStream file = Objects.requireNonNull(Template.class.getResourceAsStream(name), name)) {
            return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    /**
     * The text without gaps.
     *
     * @param values by name; each fits the place where the template has it: a scalar of YAML, a word of Markdown
     */
    String fill(Map<String, List<String>> values) {
        StringBuilder text = new StringBuilder();
        fill(lines, values, text);
        return text.toString();
    }

    private static void fill(List<String> lines, Map<String, List<String>> values, StringBuilder text) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher directive = DIRECTIVE.matcher(lines.get(i));
            if (!directive.matches()) {
                text.append(line(lines.get(i), values)).append('\n');
                continue;
            }
            int end = end(lines, i);
            List<String> body = lines.subList(i + 1, end);
            List<String> given = values.getOrDefault(directive.group(2), List.of());
            switch (directive.group(1)) {
                case "each" -> given.forEach(value -> fill(body, with(values, value), text));
                case "if" -> fill(given.isEmpty() ? List.of() : body, values, text);
                default -> fill(given.isEmpty() ? body : List.of(), values, text);
            }
            i = end;
        }
    }

    private static int end(List<String> lines, int start) {
        int open = 0;
        for (int i = start; i < lines.size(); i++) {
            if (DIRECTIVE.matcher(lines.get(i)).matches()) {
                open++;
            } else if (lines.get(i).equals(END) && --open == 0) {
                return i;
            }
        }
        throw new IllegalStateException("no " + END + " for: " + lines.get(start));
    }

    private static Map<String, List<String>> with(Map<String, List<String>> values, String it) {
        Map<String, List<String>> all = new HashMap<>(values);
        all.put("it", List.of(it));
        return all;
    }

    private static String line(String line, Map<String, List<String>> values) {
        return GAP.matcher(line).replaceAll(gap -> {
            List<String> given = values.getOrDefault(gap.group(1), List.of());
            if (given.size() != 1) {
                throw new IllegalStateException(given.size() + " values for the gap " + gap.group());
            }
            return Matcher.quoteReplacement(given.getFirst());
        });
    }
}
