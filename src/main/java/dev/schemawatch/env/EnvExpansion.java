package dev.schemawatch.env;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code ${NAME}} in the values of one file, the way Prisma does (6.19, {@code dotenvExpand}): a variable of the
 * process wins over the file's own, a name that nobody defines becomes empty, and {@code \${NAME}} stays as it is without
 * the backslash. {@code $NAME} without braces is no reference there, so a password may hold a dollar sign.
 *
 * <p>Where Prisma would recurse without end or without bound, the reference becomes empty.
 */
public final class EnvExpansion {
    private static final Pattern REFERENCE = Pattern.compile("(?<escape>\\\\)?\\$\\{(?<name>[A-Za-z0-9_]*)}");
    private static final int LONGEST_VALUE = 64 * 1024;
    private static final int DEEPEST_NESTING = 32;

    private final Map<String, EnvVariable> entries;
    private final Map<String, String> process;

    /** @param process the environment of the process, by name */
    public EnvExpansion(EnvFile file, Map<String, String> process) {
        this(file.byName(), process);
    }

    /** @param entries those that count, by name */
    EnvExpansion(Map<String, EnvVariable> entries, Map<String, String> process) {
        this.entries = entries;
        this.process = Map.copyOf(process);
    }

    /** The value that an application sees under that name when it loads the file, if the file defines the name. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(entries.get(name)).map(_ -> resolve(name, new HashSet<>()));
    }

    private String resolve(String name, Set<String> open) {
        if (open.size() == DEEPEST_NESTING || !open.add(name)) {
            return "";
        }
        String fromProcess = process.get(name);
        EnvVariable entry = entries.get(name);
        String fromFile = entry == null ? "" : entry.value();
        String raw = fromProcess != null ? fromProcess : fromFile;
        String resolved = expand(raw, open);
        open.remove(name);
        return resolved;
    }

    private String expand(String raw, Set<String> open) {
        Matcher reference = REFERENCE.matcher(raw);
        StringBuilder expanded = new StringBuilder();
        int copied = 0;
        while (reference.find()) {
            expanded.append(raw, copied, reference.start());
            copied = reference.end();
            if (reference.group("escape") != null) {
                expanded.append(raw, reference.start() + 1, reference.end());
            } else if (expanded.length() < LONGEST_VALUE) {
                expanded.append(resolve(reference.group("name"), open));
            }
        }
        return expanded.append(raw, copied, raw.length()).toString();
    }
}
