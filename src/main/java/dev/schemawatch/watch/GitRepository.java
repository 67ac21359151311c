package dev.schemawatch.watch;

import dev.schemawatch.workspace.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What git's HEAD holds, asked of the {@code git} program: it alone knows every form of a repository (worktrees, packed
 * references, alternates). Takes no lock, asks nobody for a password, fetches nothing. Everything that goes wrong, and a
 * missing {@code git}, is an empty answer.
 */
final class GitRepository {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path root;

    GitRepository(Path root) {
        this.root = root;
    }

    /** The id of the commit that HEAD names; empty without a repository, a working tree or a commit. */
    Optional<String> head() {
        return run(List.of("rev-parse", "--is-inside-work-tree", "HEAD"), "", in -> text(in).strip())
                .filter(answer -> answer.startsWith("true\n"))
                .map(answer -> answer.substring("true\n".length()));
    }

    /** The folder where git keeps HEAD and its locks for this working tree. */
    Optional<Path> gitFolder() {
        return run(List.of("rev-parse", "--absolute-git-dir"), "", in -> text(in).strip())
                .map(Path::of);
    }

    /** The files at and below these paths in a commit. */
    Optional<SortedMap<String, SourceFile>> files(String commit, Collection<String> paths) {
        List<String> list = new ArrayList<>(List.of("ls-tree", "-r", "-z", commit));
        list.addAll(paths);
        return run(list, "", in -> blobs(text(in))).flatMap(blobs -> {
            String ids = String.join("\n", blobs.values()) + "\n";
            return blobs.isEmpty()
                    ? Optional.of(new TreeMap<>())
                    : run(List.of("cat-file", "--batch"), ids, in -> contents(blobs, in));
        });
    }

    /** Lines of {@code ls-tree -z}: mode, type, id, tab, path. Links and submodules are passed over. */
    private static SortedMap<String, String> blobs(String listing) {
        SortedMap<String, String> blobs = new TreeMap<>();
        for (String entry : listing.split("\0", -1)) {
            int tab = entry.indexOf('\t');
            if (tab > 0 && entry.startsWith("100")) {
                blobs.put(entry.substring(tab + 1), entry.substring(0, tab).split(" ", -1)[2]);
            }
        }
        return blobs;
    }

    /** For each id, in order: {@code id blob size}, a newline, the bytes, a newline. */
    private static SortedMap<String, SourceFile> contents(SortedMap<String, String> blobs, InputStream in)
            throws IOException {
        SortedMap<String, SourceFile> files = new TreeMap<>();
        for (Map.Entry<String, String> blob : blobs.entrySet()) {
            String[] header = line(in).split(" ", -1);
            if (header.length != 3) {
                continue; // "id missing": a partial clone that does not hold this file
            }
            int size = Integer.parseInt(header[2]);
            if (size > BoundedReader.LIMIT) {
                in.skipNBytes(size);
            } else {
                files.put(blob.getKey(), new SourceFile(blob.getKey(), BoundedReader.decode(in.readNBytes(size))));
            }
            in.skipNBytes(1);
        }
        return files;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private <T> Optional<T> run(List<String> arguments, String input, Reading<T> reading) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // A hook runs with these set, and they would name another repository than the one at the root.
        List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX").forEach(environment::remove);
        environment.putAll(
                Map.of("GIT_OPTIONAL_LOCKS", "0", "GIT_TERMINAL_PROMPT", "0", "GIT_NO_LAZY_FETCH", "1", "LC_ALL", "C"));
        try {
            Process git = builder.start();
            // Input is fed and time kept beside the reading, so that neither a full pipe nor a hanging git stops us.
            Thread.startVirtualThread(() -> feed(git, input));
            Thread.startVirtualThread(() -> endAfterPatience(git));
            try (InputStream out = new BufferedInputStream(git.getInputStream())) {
                T answer = reading.read(out);
                return git.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
            }
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void feed(Process git, String input) {
        try (OutputStream in = git.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // git ended early; its exit code tells
        }
    }

    private static void endAfterPatience(Process git) {
        try {
            if (!git.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                git.destroyForcibly();
            }
        } catch (InterruptedException _) {
            git.destroyForcibly();
        }
    }

    /** Reads the answer of git while it runs. */
    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }
}
