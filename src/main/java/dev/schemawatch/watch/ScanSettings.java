package dev.schemawatch.watch;

import dev.schemawatch.workspace.ScriptOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where to look for schemas.
 *
 * @param root the repository; every path in a workspace is relative to it
 * @param schema the schema file or folder relative to {@code root}; empty to search for all of them
 * @param migrations the migrations folder relative to {@code root}; empty to take Prisma's place for it; used only with
 *     {@code schema}
 * @param prismaMajor the major version of Prisma whose rules apply; empty to judge by what the repository says
 * @param ignore globs over paths relative to {@code root}; a folder that matches is not entered
 * @param base the branch that work is merged into; empty for the one that git says it is
 * @param order of migrations and the scripts beside them
 * @param alsoRead files that are read because somebody named them, relative to {@code root}; ignored or not
 */
public record ScanSettings(
        Path root,
        Optional<String> schema,
        Optional<String> migrations,
        Optional<Integer> prismaMajor,
        List<String> ignore,
        Optional<String> base,
        ScriptOrder order,
        SortedSet<String> alsoRead) {
    public ScanSettings {
        root = root.toAbsolutePath().normalize();
        ignore = List.copyOf(ignore);
        Objects.requireNonNull(base);
        Objects.requireNonNull(order);
        alsoRead = Collections.unmodifiableSortedSet(new TreeSet<>((Set<String>) alsoRead));
    }

    /** With the branch that git names, the usual order, and no file that is read because somebody named it. */
    public ScanSettings(
            Path root,
            Optional<String> schema,
            Optional<String> migrations,
            Optional<Integer> prismaMajor,
            List<String> ignore) {
        this(
                root,
                schema,
                migrations,
                prismaMajor,
                ignore,
                Optional.empty(),
                ScriptOrder.PRISMA_FIRST,
                new TreeSet<>());
    }

    /** These settings, and one more file that is read. */
    public ScanSettings alsoReading(String path) {
        SortedSet<String> files = new TreeSet<>(alsoRead);
        files.add(path);
        return new ScanSettings(root, schema, migrations, prismaMajor, ignore, base, order, files);
    }

    /** Search the whole of {@code root}. */
    public static ScanSettings of(Path root) {
        return new ScanSettings(root, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}
