package dev.schemawatch.prisma;

import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.TypeSynonyms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the text of {@code Unsupported("…")}, in which authors write any of PostgreSQL's spellings, into that of {@code
 * format_type}. What it does not know it leaves as written.
 */
final class TypeSpelling {
    private static final Pattern PARENTHESES = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern LIST_END = Pattern.compile("(\\s*\\[\\s*[0-9]*\\s*\\])+$");
    private static final Set<String> ONE_BY_DEFAULT = Set.of("character", "bit");

    private TypeSpelling() {}

    /** The type that PostgreSQL makes of this text. */
    static ColumnType canonical(String written) {
        String text = written.strip();
        Matcher listEnd = LIST_END.matcher(text);
        boolean list = listEnd.find();
        ColumnType element = element(list ? text.substring(0, listEnd.start()) : text);
        return list ? element.asList() : element;
    }

    private static ColumnType element(String text) {
        Matcher parentheses = PARENTHESES.matcher(text);
        List<String> modifiers = List.of();
        String words = text;
        if (parentheses.find()) {
            modifiers = Arrays.stream(parentheses.group(1).split(",", -1))
                    .map(String::strip)
                    .toList();
            words = text.substring(0, parentheses.start()) + " " + text.substring(parentheses.end());
        }
        String schema = "";
        String name = words.strip();
        int dot = dotOutsideQuotes(name);
        if (dot >= 0) {
            schema = identifier(name.substring(0, dot).strip());
            name = name.substring(dot + 1).strip();
        }
        if (schema.equals("pg_catalog")) {
            schema = "";
        }
        if (name.startsWith("_") && dot < 0) {
            return plain(name.substring(1), schema, modifiers).asList();
        }
        return plain(name, schema, modifiers);
    }

    private static ColumnType plain(String name, String schema, List<String> modifiers) {
        if (name.startsWith("\"")) {
            // format_type keeps the quotes of PostgreSQL's one-byte type, to tell it from character.
            String spelled = name.equals("\"char\"") ? name : identifier(name);
            return new ColumnType(spelled, schema, modifiers, false);
        }
        String lower = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        String canonical = schema.isEmpty() ? TypeSynonyms.canonical(lower) : lower;
        if (lower.equals("float") && !modifiers.isEmpty()) {
            return ColumnType.of(isSinglePrecision(modifiers.getFirst()) ? "real" : "double precision");
        }
        if (modifiers.isEmpty() && ONE_BY_DEFAULT.contains(canonical) && !lower.equals("bpchar")) {
            return new ColumnType(canonical, schema, List.of("1"), false);
        }
        if (modifiers.size() == 1 && canonical.equals("numeric")) {
            return new ColumnType(canonical, schema, List.of(modifiers.getFirst(), "0"), false);
        }
        return new ColumnType(canonical, schema, modifiers, false);
    }

    private static boolean isSinglePrecision(String bits) {
        return bits.matches("[0-9]|1[0-9]|2[0-4]");
    }

    private static int dotOutsideQuotes(String name) {
        boolean quoted = false;
        for (int index = 0; index < name.length(); index++) {
            if (name.charAt(index) == '"') {
                quoted = !quoted;
            } else if (name.charAt(index) == '.' && !quoted) {
                return index;
            }
        }
        return -1;
    }

    private static String identifier(String written) {
        boolean quoted = written.length() > 1 && written.startsWith("\"") && written.endsWith("\"");
        return quoted
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written.toLowerCase(Locale.ROOT);
    }
}
