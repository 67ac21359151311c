package dev.schemawatch.bench.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who takes part: Schemawatch in all its forms, and of its peers those that this machine has. */
final class Peers {
    private Peers() {}

    /** The native executable, the jar, and the jar with its AOT cache, as far as they were built. */
    static List<Contestant> schemawatch() {
        List<Contestant> forms = new ArrayList<>();
        Path executable = Path.of("target/schemawatch").toAbsolutePath();
        if (Files.isExecutable(executable)) {
            forms.add(new Contestant("schemawatch, native", List.of(executable.toString()), Map.of()));
        }
        Path jar = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        if (Files.exists(jar)) {
            forms.add(new Contestant(
                    "schemawatch, java -jar", List.of(java, "-XX:TieredStopAtLevel=1", "-jar", jar.toString()), Map.of()));
            Path cache = jar.resolveSibling("app.aot");
            if (Files.exists(cache)) {
                forms.add(new Contestant(
                        "schemawatch, java -jar with AOT cache",
                        List.of(java, "-XX:AOTCache=" + cache, "-XX:TieredStopAtLevel=1", "-jar", jar.toString()),
                        Map.of()));
            }
        }
        return forms;
    }

    /** {@code prisma validate}: the variable {@code BENCH_PRISMA} names the package's {@code build/index.js}. */
    static Optional<Contestant> prismaValidate() {
        return Optional.ofNullable(System.getenv("BENCH_PRISMA")).map(cli -> {
            String version = firstLine("node", cli, "--version").replaceAll("\\s+", " ");
            return new Contestant("prisma validate (" + version + ")", List.of("node", cli, "validate"), Map.of());
        });
    }

    /** {@code pg_dump --schema-only}, from PATH. */
    static Optional<Contestant> pgDump() {
        String version = firstLine("pg_dump", "--version");
        return version.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contestant(version + ", -s", List.of("pg_dump", "-s", "-f", "/dev/null"), Map.of()));
    }

    private static String firstLine(String... command) {
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
