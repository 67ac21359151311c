package dev.schemawatch;

import dev.schemawatch.cli.Launch;
import dev.schemawatch.cli.Root;
import dev.schemawatch.cli.StandardOutput;
import dev.schemawatch.cli.Surroundings;
import dev.schemawatch.demo.DemoCommand;
import dev.schemawatch.setup.Setup;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the program starts and ends. The arguments are read before anything else happens, and only {@code watch} boots
 * Quarkus: a command in a git hook must neither wait for a container nor open a port.
 */
@QuarkusMain
public final class Main {
    /** Not private: Quarkus makes a bean of the class that carries {@code @QuarkusMain}. */
    Main() {}

    /** Runs the command that the arguments name, and ends the process with its status. */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        StandardOutput output = StandardOutput.ofProcess();
        Surroundings surroundings = new Surroundings(
                program(arguments),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                isTerminal(),
                output.writer(),
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                Clock.systemUTC());
        int status = output.end(
                Root.execute(surroundings, Main::boot, Map.of("demo", () -> new DemoCommand(surroundings)), arguments),
                surroundings.err());
        surroundings.err().flush();
        return status;
    }

    /** The executable; on the JVM, {@code java} with what stands before our arguments. */
    static List<String> program(String... arguments) {
        ProcessHandle.Info process = ProcessHandle.current().info();
        String[] all = process.arguments().orElse(arguments);
        List<String> before = List.of(all).subList(0, Math.max(0, all.length - arguments.length));
        return process.command()
                .map(command ->
                        Stream.concat(Stream.of(command), before.stream()).toList())
                .orElse(List.of());
    }

    /** Whether somebody sits in front of it. */
    @SuppressWarnings("SystemConsoleNull") // from JDK 25 on it is null once more where there is no terminal
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static int boot(Setup setup, Launch launch) {
        ExecutableHeap.keepSmall();
        System.setProperty("quarkus.http.host", setup.config().http().host());
        System.setProperty(
                "quarkus.http.port", Integer.toString(setup.config().http().port()));
        StopSignals.endAtOnce();
        ContainerEnd end = new ContainerEnd(setup.config().http(), Runtime.getRuntime()::halt);
        Quarkus.run(WatchApplication.class, end, launch.arguments());
        return end.status();
    }
}
