package dev.schemawatch.env;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves references the way npm's {@code dotenv-expand} 11 and 12 do, which Next.js, Vite and many servers use:
 * {@code $NAME}, {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME-default}} and (12) {@code ${NAME:+instead}}. An
 * escaped dollar sign is one. Unlike that package, which resolves in the order of the file, a name may stand before what it
 * refers to, as in Prisma: what an application sees must not depend on how several files are put together.
 */
final class DotenvExpansion {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<!\\\\)\\$\\{(?<braced>[^{}]+)}|(?<!\\\\)\\$(?<bare>[A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern OPERATOR = Pattern.compile(":\\+|\\+|:-|-");
    private static final int LONGEST_VALUE = 64 * 1024;
    private static final int MOST_REPLACEMENTS = 200;

    private final Map<String, EnvVariable> entries;

    /** @param entries those that count, by name */
    DotenvExpansion(Map<String, EnvVariable> entries) {
        this.entries = entries;
    }

    /** The resolved value, if the name is set. A reference that leads back to itself becomes its default, or empty. */
    Optional<String> value(String name) {
        return Optional.ofNullable(entries.get(name))
                .map(entry ->
                        resolve(entry.value(), new HashSet<>(Set.of(name))).replace("\\$", "$"));
    }

    /** The names in {@code ${…}} that have no default; a bare {@code $NAME} may just as well be part of a password. */
    static SortedSet<String> references(String value) {
        SortedSet<String> names = new TreeSet<>();
        if (value.indexOf('$') < 0) {
            return names;
        }
        Matcher matcher = REFERENCE.matcher(value);
        while (matcher.find()) {
            String braced = matcher.group("braced");
            if (braced != null && braced.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                names.add(braced);
            }
        }
        return names;
    }

    private String resolve(String raw, Set<String> open) {
        String result = raw;
        for (int replaced = 0; replaced < MOST_REPLACEMENTS && result.length() < LONGEST_VALUE; replaced++) {
            Matcher matcher = REFERENCE.matcher(result);
            if (!matcher.find()) {
                return result;
            }
            String expression = matcher.group("braced") == null ? matcher.group("bare") : matcher.group("braced");
            // As the package does: the first text that looks the same is replaced, though it may be the escaped one.
            int first = result.indexOf(matcher.group());
            result = result.substring(0, first)
                    + substitute(expression, open)
                    + result.substring(first + matcher.group().length());
        }
        return result;
    }

    private String substitute(String expression, Set<String> open) {
        Matcher operator = OPERATOR.matcher(expression);
        boolean found = operator.find();
        String name = found ? expression.substring(0, operator.start()) : expression;
        String operand = found ? expression.substring(operator.end()) : "";
        String value = valueOf(name, open);
        if (found && operator.group().endsWith("+")) {
            return value.isEmpty() ? "" : operand;
        }
        return value.isEmpty() ? operand : value;
    }

    private String valueOf(String name, Set<String> open) {
        EnvVariable entry = entries.get(name);
        if (entry == null || !open.add(name)) {
            return "";
        }
        String value = resolve(entry.value(), open);
        open.remove(name);
        return value;
    }
}
