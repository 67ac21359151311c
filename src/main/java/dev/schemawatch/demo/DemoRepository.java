package dev.schemawatch.demo;

import dev.schemawatch.localserver.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The example repository in a working folder of its own, with its own git history, so that everything in it may be broken.
 *
 * @param folder the repository's root
 */
record DemoRepository(Path folder) {
    static final String MIGRATIONS = "server/prisma/migrations";
    static final String TEST_ENVIRONMENT = ".env.test";

    /** Tells a folder that this class made, and may delete, from one that somebody else made. */
    private static final String MARKER = ".schemawatch-demo";

    private static final String RESOURCES = "/dev/schemawatch/demo/";
    private static final int GIT_SECONDS = 20;

    /**
     * Copies the example into the folder, which must be absent, empty, or an earlier copy: that one is replaced.
     *
     * @param databaseUrl what the copy's {@code .env} says
     * @throws IOException when the folder holds something else, or cannot be written
     */
    static DemoRepository unpack(Path folder, String databaseUrl) throws IOException {
        clear(folder);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARKER), "Made by schemawatch demo, and replaced by its next run.\n");
        for (String name : bundled()) {
            Path target = folder.resolve(name.equals("gitignore") ? ".gitignore" : name);
            Files.createDirectories(target.getParent());
            try (InputStream content = resource("repository/" + name)) {
                Files.copy(content, target);
            }
        }
        Files.writeString(folder.resolve(".env"), """
                NODE_ENV=development
                DATABASE_URL="%s"
                DATABASE_CONNECTION_LIMIT=5
                JWT_SECRET=only-for-the-demo
                API_PORT=3001
                """.formatted(databaseUrl));
        return new DemoRepository(folder);
    }

    /** Names of the bundled files, relative to the repository's root. */
    static List<String> bundled() {
        try (InputStream names = resource("files.txt")) {
            return new String(names.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the list of the example's files", e);
        }
    }

    /**
     * Makes the first commit.
     *
     * @return false when this machine has no git: the example works without, but a schema changed without a migration goes
     *     unnoticed
     */
    boolean commit() throws IOException {
        try {
            git("init", "--quiet");
            git("add", "--all");
            git(
                    "-c",
                    "user.name=Schemawatch demo",
                    "-c",
                    "user.email=demo@schemawatch.invalid",
                    "-c",
                    "commit.gpgsign=false",
                    "commit",
                    "--quiet",
                    "--no-verify",
                    "--message=Start the booking application");
            return true;
        } catch (GitMissingException _) {
            return false;
        }
    }

    /** The migrations that Prisma made, in order. */
    List<Migration> migrations() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(MIGRATIONS))) {
            return entries.filter(Files::isDirectory)
                    .sorted()
                    .map(entry -> new Migration(String.valueOf(entry.getFileName()), entry.resolve("migration.sql")))
                    .toList();
        }
    }

    /** The scripts written by hand, in order: the application ran them after the migrations that Prisma made. */
    List<Path> scripts() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(MIGRATIONS))) {
            return entries.filter(entry -> entry.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private void git(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new GitMissingException(e);
        }
        try {
            if (!process.waitFor(GIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("git " + arguments[0] + " did not end within " + GIT_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git ran", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("git " + arguments[0] + " failed in " + folder + " with code " + process.exitValue());
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isEmpty()) {
                return;
            }
        } catch (NoSuchFileException _) {
            return;
        }
        if (!Files.exists(folder.resolve(MARKER))) {
            throw new IOException(
                    folder + " holds files that the demo did not make: name another folder with --copy-to");
        }
        Folders.delete(folder);
    }

    private static InputStream resource(String name) {
        InputStream content = DemoRepository.class.getResourceAsStream(RESOURCES + name);
        if (content == null) {
            throw new IllegalStateException("the build left out " + RESOURCES + name);
        }
        return content;
    }

    /**
     * A migration that Prisma made.
     *
     * @param name the folder's name, as {@code _prisma_migrations} has it
     */
    record Migration(String name, Path script) {}

    /** There is no git on this machine. */
    private static final class GitMissingException extends IOException {
        private static final long serialVersionUID = 1L;

        GitMissingException(IOException cause) {
            super("git could not be started", cause);
        }
    }
}
