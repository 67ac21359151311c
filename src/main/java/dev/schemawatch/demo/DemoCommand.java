package dev.schemawatch.demo;

import dev.schemawatch.cli.Surroundings;
import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.scratch.LocalDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code schemawatch demo}: starts a PostgreSQL and the daemon on the bundled example, plays the incident, and tells whether
 * all of it was seen. In a terminal it then stays up, for people to break more.
 */
@Command(
        name = "demo",
        sortOptions = false,
        description = "Play an incident on an example, against a PostgreSQL of its own.")
public final class DemoCommand implements Callable<Integer> {
    private static final String DATABASE = "booking";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;

    private final Surroundings surroundings;

    @Option(
            names = "--copy-to",
            paramLabel = "DIR",
            description = "Where to copy the example (default: a temporary folder).")
    private @Nullable Path copyTo;

    @Option(
            names = "--download-postgres",
            description = "Where this machine has no PostgreSQL, take one from Maven Central into your cache.")
    private boolean download;

    public DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        say("Starting a PostgreSQL and a daemon on the example: a booking application of many tenants.");
        try (LocalServer server =
                        LocalServer.start(download ? PostgresBinaries.findOrDownload() : PostgresBinaries.find());
                LocalDatabase database = LocalDatabase.create(server, DATABASE)) {
            DemoRepository repository = DemoRepository.unpack(folder(), database.url());
            say("The copy is in " + repository.folder());
            if (!repository.commit()) {
                say("There is no git on this machine: what the last commit tells cannot be checked.");
            }
            migrate(repository, database);
            return play(repository, database);
        }
    }

    private Path folder() throws IOException {
        Path chosen = copyTo;
        return chosen == null
                ? Files.createTempDirectory("schemawatch-demo-")
                : surroundings.directory().resolve(chosen).normalize();
    }

    private static void migrate(DemoRepository repository, LocalDatabase database) throws IOException {
        for (DemoRepository.Migration migration : repository.migrations()) {
            database.apply(migration.name(), Files.readString(migration.script()));
        }
        for (Path script : repository.scripts()) {
            database.execute(Files.readString(script));
        }
    }

    private int play(DemoRepository repository, LocalDatabase database) throws Exception {
        int port = freePort();
        Map<String, String> environment = Map.of("SCHEMAWATCH_HTTP_PORT", Integer.toString(port));
        try (WatchProcess daemon = WatchProcess.start(repository.folder(), environment, this::echo)) {
            List<String> failures = new ArrayList<>();
            if (!daemon.awaitLine(line -> line.contains("no drift"), PATIENCE)) {
                failures.add("the daemon did not see the database within " + PATIENCE.toSeconds() + " s");
            } else {
                failures.addAll(perform(new Incident(repository, database).scenes(), daemon));
            }
            if (failures.isEmpty() && surroundings.terminal()) {
                stayUp(repository, database, port);
                return daemon.waitFor();
            }
            int code = daemon.stop();
            if (code != SUCCESS) {
                failures.add("the daemon ended with status " + code + " when it was asked to stop");
            }
            return conclude(failures);
        }
    }

    private List<String> perform(List<Scene> scenes, WatchProcess daemon) throws Exception {
        List<String> failures = new ArrayList<>();
        for (int number = 1; number <= scenes.size(); number++) {
            Scene scene = scenes.get(number - 1);
            say("");
            say("%d of %d. %s".formatted(number, scenes.size(), scene.story()));
            perform(scene.breaking(), scene.breakIt());
            missed(daemon, scene.broken(), scene.breaking()).ifPresent(failures::add);
            perform(scene.mending(), scene.mendIt());
            missed(daemon, scene.mended(), scene.mending()).ifPresent(failures::add);
        }
        return failures;
    }

    private void perform(String command, Scene.Act act) throws Exception {
        say("$ " + command);
        act.perform();
    }

    private static Optional<String> missed(WatchProcess daemon, List<Scene.Line> lines, String command)
            throws InterruptedException {
        for (Scene.Line line : lines) {
            if (!daemon.awaitLine(line::is, PATIENCE)) {
                return Optional.of("no line with \"%s\" within %d s: %s"
                        .formatted(String.join(" … ", line.words()), PATIENCE.toSeconds(), command));
            }
        }
        return Optional.empty();
    }

    private void stayUp(DemoRepository repository, LocalDatabase database, int port) {
        say("");
        say("All three were seen, and seen to be mended. The daemon stays up; now break something yourself:");
        say("  edit    " + repository.folder().resolve("server/prisma/schema.prisma"));
        say("          " + repository.folder().resolve(DemoRepository.TEST_ENVIRONMENT));
        say("  psql    " + database.url());
        say("  metrics http://127.0.0.1:" + port + "/q/metrics");
        say("Ctrl-C ends it.");
    }

    private int conclude(List<String> failures) {
        say("");
        if (failures.isEmpty()) {
            say("All three faults were seen, and seen to be mended.");
            return SUCCESS;
        }
        say("The demo failed:");
        failures.forEach(failure -> say("  " + failure));
        return FAILURE;
    }

    private void echo(String line) {
        say("  " + line);
    }

    private void say(String line) {
        PrintWriter out = surroundings.out();
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
