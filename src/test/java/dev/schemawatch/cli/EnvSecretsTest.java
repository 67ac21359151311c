package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever is wrong with a file, no piece of a secret in it reaches anybody. Each secret holds the word CNRY. */
@Tag("program")
class EnvSecretsTest {
    private static final List<String> FORMATS =
            List.of("text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown");

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void no_piece_of_a_secret_is_shown_in_any_format(
            @ForAll("entries") List<String> entries, @ForAll("urls") String url) throws IOException {
        Path folder = Files.createTempDirectory("schemawatch-secrets");
        try {
            CommandHarness command = new CommandHarness(folder)
                    .file("prisma/schema.prisma", """
                            datasource db {
                              provider          = "postgresql"
                              url               = %s
                              shadowDatabaseUrl = env("SHADOW_DATABASE_URL")
                            }
                            """.formatted(url))
                    .file(".env.example", "DATABASE_URL=\n")
                    .file(".env", String.join("\n", entries) + "\n")
                    .file(".env.test", String.join("\n", entries.reversed()) + "\n");
            for (String format : FORMATS) {
                for (List<String> words :
                        List.of(List.of("env", "--for", "test"), List.of("env", "--for", ".env"), List.of("check"))) {
                    CommandHarness.Result result =
                            command.run(Stream.concat(words.stream(), Stream.of("--format", format))
                                    .toArray(String[]::new));
                    assertThat(result.out() + result.err())
                            .as("%s %s", words, format)
                            .doesNotContain("CNRY");
                }
            }
            assertThat(command.run("doctor").out() + command.run("hook", "run").err())
                    .doesNotContain("CNRY");
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<String>> entries() {
        return Arbitraries.of(
                        "PRIVATE_KEY=-----BEGIN PRIVATE KEY-----\nCNRYMIIEvQIBADANBg\nCNRY+/a8\nCNRYq==\n-----END PRIVATE KEY-----",
                        "PRIVATE_KEY=\"-----BEGIN PRIVATE KEY-----\nCNRYMIIE\nCNRYq=\n-----END PRIVATE KEY-----",
                        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nCNRYMIIE\nCNRYQ=",
                        "CNRYtoken",
                        "CNRY9f8e7d token",
                        "CNRYq==",
                        "CNRYx7Yz=rest",
                        "export CNRYx7Yz",
                        "=CNRYvalue",
                        "A=pa${CNRYref}word",
                        "A=pa${CNRYREF}word",
                        "A=pa$CNRYref",
                        "A=${CNRYref:-x}",
                        "A='CNRY never closed",
                        "A=\"CNRY\" CNRYrest",
                        "DATABASE_URL=postgresql://app:CNRY#x@localhost:port/shop",
                        "DATABASE_URL=postgresql://app:${CNRYref}@localhost/shop?sslmode=verify-full",
                        "SHADOW_DATABASE_URL=postgresql://app:CNRY@localhost/undefined",
                        "DATABASE_CONNECTION_LIMIT=CNRY")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> urls() {
        return Arbitraries.of(
                "env(\"DATABASE_URL\")",
                "env(\"postgresql://app:CNRY@localhost/shop\")",
                "env(\"CNRY x\")",
                "\"postgresql://app:CNRY@localhost:port/undefined\"",
                "\"postgresql://app:CNRY@localhost/shop?sslmode=verify-full\"");
    }
}
