package dev.schemawatch.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that a connection URL names for TLS is not what it has to be. */
final class UnusableTlsFile extends IOException {
    private static final long serialVersionUID = 1;

    private final String next;

    /**
     * @param parameter of the URL that names it
     * @param what is wrong with it
     * @param next what to do
     */
    UnusableTlsFile(String parameter, Path file, String what, String next, @Nullable Exception cause) {
        super(parameter + " names " + file + ", which " + what, cause);
        this.next = next;
    }

    /** Opens a file that is there. */
    static InputStream open(String parameter, Path file) throws UnusableTlsFile {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UnusableTlsFile(
                    parameter,
                    file,
                    Files.exists(file) ? "cannot be read" : "is not there",
                    "Put it there, or mend the URL; a relative name starts from the folder of the schema.",
                    e);
        }
    }

    /** What to do about it, a sentence. */
    String next() {
        return next;
    }
}
