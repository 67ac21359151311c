package dev.schemawatch.cli;

import dev.schemawatch.report.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where data goes, and whether it got there. A {@link PrintWriter} throws nothing, so without this a report that a full disk
 * has swallowed would end like one that was written.
 */
public final class StandardOutput {
    /** Where Linux shows them; elsewhere a closed output shows at the first write, as a rule. */
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private final Pipe pipe;
    private final PrintWriter writer;

    public StandardOutput(OutputStream stream) {
        this.pipe = new Pipe(stream);
        this.writer = new PrintWriter(pipe, false, StandardCharsets.UTF_8);
    }

    /**
     * That of this process. To be asked for before any file is opened: where the descriptor is closed the next file gets its
     * number, and would be written to.
     */
    public static StandardOutput ofProcess() {
        boolean isClosed = Files.isDirectory(DESCRIPTORS) && Files.notExists(DESCRIPTORS.resolve("1"));
        return new StandardOutput(isClosed ? new Closed() : new FileOutputStream(FileDescriptor.out));
    }

    /** For text, as UTF-8. */
    public PrintWriter writer() {
        return writer;
    }

    /**
     * Ends the output.
     *
     * @param status what the command ends with
     * @param err is told why the output could not be written; not where its reader has gone, who has seen enough
     * @return the status, or 1 when the command was content with what nobody got to see
     */
    public int end(int status, PrintWriter err) {
        writer.flush();
        IOException failure = pipe.failure;
        if (failure == null) {
            return status;
        }
        if (!isReaderGone(failure)) {
            err.println("Standard output cannot be written (" + Printable.of(String.valueOf(failure.getMessage()))
                    + "). Is the disk full, or the output closed? Send it elsewhere.");
        }
        return status == ExitStatus.CLEAN.code() || status == ExitStatus.FINDINGS.code()
                ? ExitStatus.FAILED.code()
                : status;
    }

    /** Java tells EPIPE from other failures by the system's words alone. */
    private static boolean isReaderGone(IOException failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }

    /** Refuses what is written, as the system would. */
    private static final class Closed extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Bad file descriptor");
        }
    }

    /** Keeps the first failure. */
    private static final class Pipe extends FilterOutputStream {
        private @Nullable IOException failure;

        private Pipe(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = failure == null ? e : failure;
                throw e;
            }
        }
    }
}
