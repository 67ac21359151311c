package dev.schemawatch.env;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the name of an environment file says about it: {@code .env}, {@code .env.local}, {@code .env.test},
 * {@code .env.test.local}, {@code .env.example}. The rules are those that Next.js and dotenv-flow share.
 *
 * @param words what follows {@code .env}, in order
 */
public record EnvName(List<String> words) {
    private static final Set<String> EXAMPLE = Set.of("example", "sample", "template", "tmpl", "tpl", "dist", "schema");
    private static final Set<String> DEVELOPMENT =
            Set.of("development", "dev", "local", "test", "testing", "ci", "e2e", "integration");
    private static final Set<String> PRODUCTION = Set.of("production", "prod", "live");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[.\\-_]");

    public EnvName {
        words = List.copyOf(words);
    }

    /** Of the file at that path. */
    public static EnvName of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new EnvName(Stream.of(BETWEEN_WORDS.split(name))
                .filter(word -> !word.isEmpty() && !word.equals("env"))
                .toList());
    }

    /** Whether loaders may read a file of that name, or it shows people what to write. */
    public static boolean isOfEnvFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.equals(".env") || name.startsWith(".env.");
    }

    /** Whether the file shows what to write, and no application reads it. */
    public boolean isExample() {
        return words.stream().anyMatch(EXAMPLE::contains);
    }

    /** Whether the file is for the machine of a developer or for tests, by a word of its name. */
    public boolean isForDevelopment() {
        return words.stream().anyMatch(DEVELOPMENT::contains) && words.stream().noneMatch(PRODUCTION::contains);
    }

    /** Whether this is {@code .env} itself. */
    public boolean isBase() {
        return words.isEmpty();
    }

    /** Whether this name of an example is meant for that file: {@code .env.test.example} is for {@code .env.test} alone. */
    public boolean isExampleOf(EnvName file) {
        List<String> own = words.stream()
                .filter(word -> !EXAMPLE.contains(word) && !word.equals("local"))
                .toList();
        return own.isEmpty() || own.equals(file.words);
    }

    /** Whether the file is for one machine, and so only what differs there. */
    public boolean isLocal() {
        return words.contains("local");
    }

    /** The name that an application has to run under to read the file: "" for any, {@code local} for {@code .env.local}. */
    public String mode() {
        boolean local = words.size() > 1 && words.getLast().equals("local");
        return String.join(".", local ? words.subList(0, words.size() - 1) : words);
    }
}
