package dev.schemawatch.bench.process;

import dev.schemawatch.localserver.PostgresBinaries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who takes part: Schemawatch in all its forms, and of its peers those that this machine has. */
final class Peers {
    private Peers() {}

    /**
     * The native executable, the jar, and the jar with its AOT cache, as far as they were built. The variables
     * {@code BENCH_NATIVE} and {@code BENCH_JAR} name others than those in {@code target}.
     */
    static List<Contestant> schemawatch() {
        List<Contestant> forms = new ArrayList<>();
        Path executable = path("BENCH_NATIVE", "target/schemawatch");
        if (Files.isExecutable(executable)) {
            forms.add(new Contestant(
                    "schemawatch, native, " + megabytes(executable), List.of(executable.toString()), Map.of()));
        }
        Path jar = path("BENCH_JAR", "target/quarkus-app/quarkus-run.jar");
        if (Files.exists(jar)) {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            List<String> start = List.of(java.toString(), "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
            forms.add(new Contestant("schemawatch, `java -jar`", start, Map.of()));
            Path cache = jar.resolveSibling("app.aot");
            if (Files.exists(cache)) {
                List<String> cached = new ArrayList<>(start);
                cached.add(1, "-XX:AOTCache=" + cache);
                forms.add(new Contestant("schemawatch, `java -jar` with AOT cache", cached, Map.of()));
            }
        }
        return forms;
    }

    /** Of Schemawatch in its forms, those that are not there, and how to get them. */
    static List<String> absentForms() {
        Path jar = path("BENCH_JAR", "target/quarkus-app/quarkus-run.jar");
        List<String> absent = new ArrayList<>();
        if (!Files.isExecutable(path("BENCH_NATIVE", "target/schemawatch"))) {
            absent.add("native (`./mvnw package -Dnative`)");
        }
        if (!Files.exists(jar)) {
            absent.add("`java -jar` (`./mvnw package`)");
        }
        if (!Files.exists(jar.resolveSibling("app.aot"))) {
            absent.add("AOT cache (`./mvnw verify -Paot`)");
        }
        return absent;
    }

    private static Path path(String variable, String standard) {
        return Path.of(System.getenv().getOrDefault(variable, standard)).toAbsolutePath();
    }

    private static String megabytes(Path file) {
        return Math.round(file.toFile().length() / 1e6) + " MB";
    }

    /** {@code prisma validate}: the variable {@code BENCH_PRISMA} names the package's {@code build/index.js}. */
    static Optional<Contestant> prismaValidate() throws IOException {
        Optional<Path> cli = Optional.ofNullable(System.getenv("BENCH_PRISMA")).map(Path::of);
        return cli.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contestant(
                        "prisma validate, " + version(cli.get()) + ", Node " + firstLine("node", "--version"),
                        List.of("node", cli.get().toString(), "validate"),
                        Map.of()));
    }

    /** From the package's {@code package.json}. */
    private static String version(Path cli) throws IOException {
        Matcher version = Pattern.compile("\"version\"\\s*:\\s*\"([^\"]+)\"")
                .matcher(Files.readString(cli.resolve("../../package.json").normalize()));
        return version.find() ? version.group(1) : "version unknown";
    }

    /** {@code pg_dump --schema-only} of the server's own version, since an older one refuses it; else the one on PATH. */
    static Optional<Contestant> pgDump(PostgresBinaries server) {
        Path own = server.folder().resolve("pg_dump");
        String program = Files.isExecutable(own) ? own.toString() : "pg_dump";
        String version = firstLine(program, "--version");
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contestant("`pg_dump -s`, " + version.replace("pg_dump (PostgreSQL) ", ""), List.of(program, "-s", "-f", "/dev/null"), Map.of()));
    }

    /**
     * {@code watchexec} that runs {@code prisma validate} at each change, as people do without a daemon; both have to be there.
     *
     * @param schema the file that is edited
     */
    static Optional<Contestant> watchexec(String schema) {
        String version = firstLine("watchexec", "--version");
        String cli = System.getenv("BENCH_PRISMA");
        return version.isEmpty() || cli == null
                ? Optional.empty()
                : Optional.of(new Contestant(
                        version + " with prisma validate",
                        List.of(
                                "sh",
                                "-c",
                                "exec watchexec --watch prisma -- node \"$0\" validate --schema \"$1\" 2>&1",
                                cli,
                                schema),
                        Map.of()));
    }

    /** The first line that a command prints; empty when it fails or is not there. */
    static String firstLine(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.lines().findFirst().orElse("") : "";
        } catch (IOException _) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
