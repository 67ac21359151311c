package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code prisma.config.*} says, as far as it can be read without running it.
 *
 * @param schema the schema file or folder, relative to the config file's folder
 * @param migrations the migrations folder, likewise
 * @param url where the datasource's URL comes from: the first one that has a value counts ({@code A ?? B})
 * @param directUrl likewise
 * @param shadowDatabaseUrl likewise
 * @param loadsEnvFiles whether it imports or calls something that loads {@code .env} files, or may well do so
 * @param notUnderstood the parts whose value only running the file would tell
 */
public record PrismaConfigFile(
        Optional<String> schema,
        Optional<String> migrations,
        List<UrlSource> url,
        List<UrlSource> directUrl,
        List<UrlSource> shadowDatabaseUrl,
        boolean loadsEnvFiles,
        List<NotUnderstood> notUnderstood) {

    private static final Pattern PATH =
            Pattern.compile("(?<folder>.*/)?(?<name>prisma7?\\.config|\\.config/prisma7?)\\.(?<extension>[cm]?[jt]s)");

    private static final List<String> NAMES =
            List.of("prisma7.config", "prisma.config", ".config/prisma7", ".config/prisma");
    private static final List<String> EXTENSIONS = List.of("js", "ts", "mjs", "cjs", "mts", "cts");

    /** Of the config files of one folder the one that Prisma reads comes first (Prisma 6.19, {@code loadConfigFromFile}). */
    public static final Comparator<String> PRECEDENCE = Comparator.comparing(
                    (String path) -> NAMES.indexOf(part(path, "name")))
            .thenComparing(path -> EXTENSIONS.indexOf(part(path, "extension")));

    public PrismaConfigFile {
        url = List.copyOf(url);
        directUrl = List.copyOf(directUrl);
        shadowDatabaseUrl = List.copyOf(shadowDatabaseUrl);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** Whether Prisma reads its configuration from a file of this name. */
    public static boolean isAt(String path) {
        // Asked of every file of a repository: the pattern is for the few that could be one.
        return EXTENSIONS.contains(path.substring(path.lastIndexOf('.') + 1))
                && PATH.matcher(path).matches();
    }

    /** The folder of the package that a config file at that path speaks for; "" for the root. */
    public static String folder(String path) {
        String folder = part(path, "folder");
        return folder.isEmpty() ? "" : folder.substring(0, folder.length() - 1);
    }

    private static String part(String path, String group) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no config file of Prisma: " + path);
        }
        return Objects.requireNonNullElse(matcher.group(group), "");
    }

    /**
     * Reads the text of a config file in JavaScript or TypeScript; never runs it.
     *
     * @param path relative to the repository's root; every location names it
     */
    public static PrismaConfigFile read(String path, String text) {
        return new PrismaConfigReader(path, new JavaScriptLexer(path, text).tokens()).read();
    }

    /**
     * A part of the file that could not be read.
     *
     * @param property with its parents: {@code datasource.url}; empty for the exported object as a whole
     * @param location where its value stands
     */
    public record NotUnderstood(String property, Location.InFile location) {}
}
