package dev.schemawatch.localserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code pg_dump} of this machine.
 *
 * @param major the version of PostgreSQL that it belongs to: it reads servers up to that (PostgreSQL manual, pg_dump, "Notes")
 */
public record PgDump(Path program, int major) {
    private static final Pattern VERSION = Pattern.compile("pg_dump \\(PostgreSQL\\) (\\d+)");
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final int MOST_WORDS = 600;

    /**
     * The first one that reads a server of that version.
     *
     * @throws IOException when there is none; the message says what there is, and what to do
     */
    public static PgDump reading(int major) throws IOException {
        List<PgDump> tooOld = new ArrayList<>();
        for (Path folder : PostgresBinaries.folders()) {
            Optional<PgDump> found = in(folder);
            if (found.filter(dump -> dump.major >= major).isPresent()) {
                return found.get();
            }
            found.ifPresent(tooOld::add);
        }
        String there = tooOld.isEmpty()
                ? "none was found in PATH and in the usual folders"
                : "there is only that of " + tooOld.getFirst().major + " (" + tooOld.getFirst().program + ")";
        throw new IOException("it needs pg_dump of PostgreSQL " + major + " or newer, and " + there
                + ". Install PostgreSQL's client programs (postgresql-client-" + major
                + "), or leave --pending out to try all migrations on an empty database.");
    }

    /**
     * What it prints.
     *
     * @param environment names the server, the database and the role: nothing else of PostgreSQL's variables is passed on but
     *     where the file of passwords is
     * @throws IOException when it fails, with what it says, or takes too long
     */
    public String text(List<String> arguments, Map<String, String> environment, Duration patience) throws IOException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") && !name.equals("PGPASSFILE"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        Process process = builder.start();
        Thread endAtExit = new Thread(process::destroyForcibly, "end-pg-dump");
        Runtime.getRuntime().addShutdownHook(endAtExit);
        try {
            process.getOutputStream().close();
            FutureTask<String> out = reading(process.getInputStream());
            FutureTask<String> err = reading(process.getErrorStream());
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("pg_dump did not end within " + patience.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                String words = err.get().strip().replace("pg_dump: ", "").replaceAll("\\s*\\R\\s*", "; ");
                throw new IOException("pg_dump says: " + words.substring(0, Math.min(MOST_WORDS, words.length()))
                        + ". It needs a role that may read every table, a session of its own and not one of a pool,"
                        + " and that nobody locks a table for itself meanwhile. Try again with these.");
            }
            return out.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while pg_dump ran", e);
        } catch (ExecutionException e) {
            throw new IOException("what pg_dump printed could not be read", e);
        } finally {
            process.destroyForcibly();
            forget(endAtExit);
        }
    }

    private static Optional<PgDump> in(Path folder) {
        Path program = PostgresBinaries.executable(folder, "pg_dump");
        if (!Files.isExecutable(program)) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(new PgDump(program, 0).text(List.of("--version"), Map.of(), SHORT));
            return version.find()
                    ? Optional.of(new PgDump(program, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Both streams are read at once: a full one would stop the program. */
    private static FutureTask<String> reading(InputStream stream) {
        FutureTask<String> text = new FutureTask<>(() -> new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        Thread.ofPlatform().daemon().name("read-pg-dump").start(text);
        return text;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook has its turn.
        }
    }
}
