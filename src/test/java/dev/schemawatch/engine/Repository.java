package dev.schemawatch.engine;

import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A repository in memory: texts by path, in which every evaluation finds new objects, as after a restart.
 *
 * @param files a text that begins with {@link #NO_TEXT} stands for a file that cannot be read
 * @param folders empty folders of migrations
 * @param committed the files of the last commit, if there is one
 */
record Repository(
        SortedMap<String, String> files, SortedSet<String> folders, Optional<SortedMap<String, String>> committed) {
    static final String NO_TEXT = "\0";
    static final String SCHEMA = "prisma/schema.prisma";
    static final String OTHER_SCHEMA = "other/schema.prisma";

    static Repository of(Map<String, String> files) {
        return new Repository(new TreeMap<>(files), new TreeSet<>(), Optional.empty());
    }

    Repository with(String path, String text) {
        SortedMap<String, String> edited = new TreeMap<>(files);
        edited.put(path, text);
        return new Repository(edited, folders, committed);
    }

    Repository without(String path) {
        SortedMap<String, String> edited = new TreeMap<>(files);
        edited.remove(path);
        return new Repository(edited, folders, committed);
    }

    Repository withFolder(String folder) {
        SortedSet<String> edited = new TreeSet<>(folders);
        edited.add(folder);
        return new Repository(files, edited, committed);
    }

    Repository commit() {
        return new Repository(files, folders, Optional.of(files));
    }

    /** One project, and a second one while its schema is there. */
    Workspace workspace() {
        SortedSet<String> directories = new TreeSet<>(folders);
        files.keySet().stream()
                .filter(path -> path.contains("migrations/"))
                .forEach(path -> directories.add(path.substring(0, path.lastIndexOf('/'))));
        List<Project> projects = files.containsKey(OTHER_SCHEMA)
                ? List.of(project(OTHER_SCHEMA), project(SCHEMA))
                : List.of(project(SCHEMA));
        return new Workspace(
                projects, Optional.empty(), sourceFiles(files), directories, committed.map(Repository::sourceFiles));
    }

    private Project project(String schema) {
        String folder = schema.substring(0, schema.lastIndexOf('/'));
        return new Project(schema, files.containsKey(schema) ? List.of(schema) : List.of(), folder + "/migrations", 6);
    }

    private static SortedMap<String, SourceFile> sourceFiles(SortedMap<String, String> texts) {
        SortedMap<String, SourceFile> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, new SourceFile(path, content(text))));
        return files;
    }

    private static SourceFile.Content content(String text) {
        if (text.startsWith(NO_TEXT)) {
            return new SourceFile.Content.Unreadable("is not valid UTF-8", "save it as UTF-8");
        }
        return new SourceFile.Content.Text(new String(text), Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
