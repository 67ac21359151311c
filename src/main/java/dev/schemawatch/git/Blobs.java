package dev.schemawatch.git;

import dev.schemawatch.workspace.SourceFile.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Contents of files by their ids, from one {@code git cat-file --batch} that runs until this is closed. Ids that are wanted
 * together are best fetched together: git answers while it is still being asked.
 */
public final class Blobs implements AutoCloseable {
    private final Running git;
    private final Map<String, Optional<Content>> known = new HashMap<>();

    private Blobs(Running git) {
        this.git = git;
    }

    /** Starts git. */
    public static Answer<Blobs> of(Git git) {
        return git.start("cat-file", "--batch").then(running -> new Answer.Given<>(new Blobs(running)));
    }

    /**
     * The content with that id; empty when this clone does not hold it.
     *
     * @throws UncheckedIOException when git ends in between
     */
    public Optional<Content> read(String id) {
        fetch(List.of(id));
        return Objects.requireNonNull(known.get(id));
    }

    /**
     * Gets contents that will be read.
     *
     * @throws UncheckedIOException when git ends in between
     */
    public void fetch(Collection<String> ids) {
        Set<String> wanted = new LinkedHashSet<>(ids);
        wanted.removeAll(known.keySet());
        if (wanted.isEmpty()) {
            return;
        }
        String questions = String.join("\n", wanted) + "\n";
        Thread.startVirtualThread(() -> ask(questions));
        try {
            for (String id : wanted) {
                known.put(id, answer());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("reading files from git", failure);
        }
    }

    private void ask(String questions) {
        try {
            OutputStream in = git.in();
            in.write(questions.getBytes(StandardCharsets.US_ASCII));
            in.flush();
        } catch (IOException _) {
            // git has ended; the reader comes to the end of its answers
        }
    }

    /** {@code id blob size}, a newline, the bytes, a newline; or {@code id missing} in a partial clone. */
    private Optional<Content> answer() throws IOException {
        String[] header = line().split(" ", -1);
        if (header.length != 3) {
            return Optional.empty();
        }
        long size = Long.parseLong(header[2]);
        Content content;
        if (size > Content.LARGEST) {
            git.out().skipNBytes(size);
            content = Content.tooLarge(size);
        } else {
            content = Content.of(git.out().readNBytes((int) size));
        }
        git.out().skipNBytes(1);
        return Optional.of(content);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = git.out().read(); next != '\n'; next = git.out().read()) {
            if (next < 0) {
                throw new IOException("git cat-file ended");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() {
        git.close();
    }
}
