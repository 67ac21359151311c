package dev.schemawatch.workspace;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The part of a repository that checks can read, at one moment.
 *
 * @param projects every Prisma schema of the repository, sorted by schema path
 * @param rootSchema the schema among them that Prisma takes when it runs in the root and is told nothing else
 * @param files by path: schema files, everything in migrations folders, {@code .env*} files, Prisma's config files
 * @param directories the folders inside migrations folders and these themselves; an empty one shows only here
 * @param baseline the schema files and migrations as they are in git's HEAD; empty when there is no git or no commit
 * @param mainline the branch that work is merged into; empty when there is no git
 */
public record Workspace(
        List<Project> projects,
        Optional<String> rootSchema,
        SortedMap<String, SourceFile> files,
        SortedSet<String> directories,
        Optional<SortedMap<String, SourceFile>> baseline,
        Optional<Mainline> mainline) {

    public Workspace {
        projects = List.copyOf(projects);
        Objects.requireNonNull(rootSchema);
        files = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, SourceFile>) files));
        directories = Collections.unmodifiableSortedSet(new TreeSet<>(directories));
        baseline = baseline.map(
                known -> Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, SourceFile>) known)));
        Objects.requireNonNull(mainline);
    }

    /** Without a branch that work is merged into: what HEAD has is all that is known. */
    public Workspace(
            List<Project> projects,
            Optional<String> rootSchema,
            SortedMap<String, SourceFile> files,
            SortedSet<String> directories,
            Optional<SortedMap<String, SourceFile>> baseline) {
        this(
                projects,
                rootSchema,
                files,
                directories,
                baseline,
                baseline.map(known -> Mainline.at(Mainline.LAST_COMMIT, "HEAD", known)));
    }

    /** This workspace beside another branch that work is merged into. */
    public Workspace with(Optional<Mainline> other) {
        return new Workspace(projects, rootSchema, files, directories, baseline, other);
    }

    /** The paths of the schemas and migrations that everybody has already; empty when there is no git. */
    public Optional<Set<String>> settled() {
        return mainline.map(branch -> branch.merged().keySet());
    }

    /** The file at that path, if it is there. */
    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The files below a folder, in order of their paths. */
    public Stream<SourceFile> below(String folder) {
        return files.tailMap(folder + "/").values().stream()
                .takeWhile(file -> file.path().startsWith(folder + "/"));
    }
}
