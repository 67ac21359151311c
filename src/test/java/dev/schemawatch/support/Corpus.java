package dev.schemawatch.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Repositories that others wrote, kept outside of this one. The folder is named by the system property
 * {@code schemawatch.corpus}, else by {@code SCHEMAWATCH_CORPUS}, else it is {@code ../shared/corpus}.
 */
public final class Corpus {
    private Corpus() {}

    /** The names of the whole repositories, which are the folders below {@code real}. */
    public static Stream<String> repositories() {
        return Stream.of(
                "amplication",
                "documenso",
                "formbricks",
                "ghostfolio",
                "hoppscotch",
                "rallly",
                "saas-starter-kit",
                "trigger.dev",
                "typebot",
                "umami");
    }

    /** A file or folder of the corpus; without a corpus the calling test is skipped. */
    public static Path path(String relative) {
        Path corpus = Path.of(Optional.ofNullable(System.getProperty("schemawatch.corpus"))
                .or(() -> Optional.ofNullable(System.getenv("SCHEMAWATCH_CORPUS")))
                .orElse("../shared/corpus"));
        Path wanted = corpus.resolve(relative).toAbsolutePath().normalize();
        assumeTrue(Files.exists(wanted), () -> "there is no corpus: " + wanted + " does not exist");
        return wanted;
    }
}
