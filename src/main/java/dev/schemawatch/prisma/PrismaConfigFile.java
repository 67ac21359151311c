package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Optional;

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

    public PrismaConfigFile {
        url = List.copyOf(url);
        directUrl = List.copyOf(directUrl);
        shadowDatabaseUrl = List.copyOf(shadowDatabaseUrl);
        notUnderstood = List.copyOf(notUnderstood);
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
