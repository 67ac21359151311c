package dev.schemawatch.localserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running PostgreSQL in a temporary folder, on a free port of the loopback interface. It trades safety for speed (no
 * fsync): its data is gone when it is closed, or when this process ends,
 * unless a {@link ClusterShelf} keeps it.
 *
 * <p>{@code pg_ctl} starts and stops it, since that gives up administrator rights on Windows. It is not left to wait for the
 * server, which it does in steps of a tenth of a second.
 */
public final class LocalServer implements AutoCloseable {
    /** The superuser's name. */
    public static final String USER = "postgres";

    private static final String HOST = "127.0.0.1";
    private static final int PORT_ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresBinaries binaries;
    private final Privileges privileges;
    private final Path folder;
    private final Optional<String> password;
    private final int port;
    private final Thread stopAtExit;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalServer(
            PostgresBinaries binaries, Privileges privileges, Path folder, Optional<String> password, int port) {
        this.binaries = binaries;
        this.privileges = privileges;
        this.folder = folder;
        this.password = password;
        this.port = port;
        this.stopAtExit = new Thread(this::stop, "stop-postgresql");
    }

    /**
     * A server that lets everybody on this machine in.
     *
     * @throws IOException when it does not start; the message holds the end of its log
     */
    public static LocalServer start(PostgresBinaries binaries) throws IOException {
        return start(binaries, Optional.empty());
    }

    /** A server that asks for that password, by SCRAM-SHA-256. */
    public static LocalServer start(PostgresBinaries binaries, String password) throws IOException {
        return start(binaries, Optional.of(password));
    }

    private static LocalServer start(PostgresBinaries binaries, Optional<String> password) throws IOException {
        Privileges privileges = Privileges.ofThisProcess();
        return startIn(binaries, privileges, Files.createTempDirectory("schemawatch-postgresql-"), password);
    }

    /**
     * A server that lets everybody on this machine in.
     *
     * @param folder with what an earlier server left in it, or empty; removed when the server does not start
     */
    static LocalServer startIn(PostgresBinaries binaries, Privileges privileges, Path folder) throws IOException {
        return startIn(binaries, privileges, folder, Optional.empty());
    }

    private static LocalServer startIn(
            PostgresBinaries binaries, Privileges privileges, Path folder, Optional<String> password)
            throws IOException {
        try {
            privileges.hand(folder);
            if (!Files.exists(Path.of(data(folder)))) {
                initialise(binaries, privileges, folder, password);
            }
            int port = startOnFreePort(binaries, privileges, folder);
            LocalServer server = new LocalServer(binaries, privileges, folder, password, port);
            Runtime.getRuntime().addShutdownHook(server.stopAtExit);
            return server;
        } catch (IOException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The URL of one of its databases, with the password if there is one; {@code postgres} always exists. */
    public String url(String database) {
        String credentials = password.map(secret -> USER + ":" + secret).orElse(USER);
        return "postgresql://" + credentials + "@" + HOST + ":" + port + "/" + database;
    }

    /** Ends every session, stops the server and deletes its folder. A second call does nothing. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException _) {
            // The process is ending: whoever comes first, hook or caller, stops the server.
        }
        stop();
    }

    @Override
    public String toString() {
        return "PostgreSQL on " + HOST + ":" + port;
    }

    /**
     * Ends every session and stops the server, whose folder belongs to the caller from then on.
     *
     * @throws IOException also when the server was closed before
     */
    Path stopAndKeep() throws IOException {
        if (!closed.compareAndSet(false, true)) {
            throw new IOException("the PostgreSQL on port " + port + " is stopped already");
        }
        try {
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook has nothing to do any more.
        }
        end(binaries, privileges, folder, "fast");
        return folder;
    }

    /**
     * Removes a folder that nobody looks after any more, and ends the server that may still run in it, also when the folder had
     * another name when it was started.
     */
    static void discard(PostgresBinaries binaries, Privileges privileges, Path folder) throws IOException {
        if (new PidFile(Path.of(data(folder))).isRunning()) {
            end(binaries, privileges, folder, "immediate");
        }
        Folders.delete(folder);
    }

    /** Has the disk take what is in the folder of a stopped server. */
    static void flush(PostgresBinaries binaries, Privileges privileges, Path folder) throws IOException {
        run(privileges, folder, List.of(binaries.program("initdb").toString(), "--sync-only", "-D", data(folder)));
    }

    private static void end(PostgresBinaries binaries, Privileges privileges, Path folder, String mode)
            throws IOException {
        run(
                privileges,
                folder,
                List.of(binaries.program("pg_ctl").toString(), "stop", "-D", data(folder), "-m", mode, "-W"));
        new PidFile(Path.of(data(folder))).awaitEnd(PATIENCE);
    }

    private void stop() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            end(binaries, privileges, folder, "fast");
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("stopping the PostgreSQL on port " + port, e);
        }
    }

    private static void initialise(
            PostgresBinaries binaries, Privileges privileges, Path folder, Optional<String> password)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + data(folder),
                "--username=" + USER,
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
                "--auth=" + (password.isPresent() ? "scram-sha-256" : "trust")));
        if (password.isPresent()) {
            Path secret = Files.writeString(folder.resolve("password"), password.get());
            privileges.hand(secret);
            command.add("--pwfile=" + secret);
        }
        run(privileges, folder, command);
        Files.deleteIfExists(folder.resolve("password"));
        Files.writeString(Path.of(data(folder), "postgresql.conf"), """

                listen_addresses = '%s'
                unix_socket_directories = ''
                fsync = off
                synchronous_commit = off
                full_page_writes = off
                shared_buffers = 32MB
                wal_level = minimal
                max_wal_senders = 0
                max_wal_size = 4GB
                checkpoint_timeout = 1h
                autovacuum = off
                max_locks_per_transaction = 256
                """.formatted(HOST), StandardOpenOption.APPEND);
    }

    /** Another process may take the port between the look and the start; then another port is tried. */
    private static int startOnFreePort(PostgresBinaries binaries, Privileges privileges, Path folder)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                Path log = folder.resolve("server.log");
                run(
                        privileges,
                        folder,
                        List.of(
                                binaries.program("pg_ctl").toString(),
                                "start",
                                "-D",
                                data(folder),
                                "-l",
                                log.toString(),
                                "-o",
                                "-p " + port,
                                "-W"));
                if (!new PidFile(Path.of(data(folder))).awaitReady(PATIENCE)) {
                    throw new IOException("PostgreSQL did not start:\n" + end(log));
                }
                return port;
            } catch (IOException e) {
                if (attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The program's output goes to a file: a pipe would stay open for as long as the server that inherits it. */
    private static void run(Privileges privileges, Path folder, List<String> command) throws IOException {
        Path output = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(privileges.run(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end within " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.getFirst(), e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("%s failed with status %d:%n%s%s"
                    .formatted(
                            command.getFirst(), process.exitValue(), end(output), end(folder.resolve("server.log"))));
        }
    }

    private static String end(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private static String data(Path folder) {
        return folder.resolve("data").toString();
    }
}
