package dev.schemawatch.migration;

import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.SourceFile;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A script of SQL. It is read into statements when they are first asked for: where migrations are only named and counted, as
 * in a look at a database, their SQL is never read. Equal by place and content.
 */
public final class Script {
    private final String path;
    private final String text;
    private final Fingerprint checksum;

    /** Empty until somebody asks. Of two threads that ask at once each reads the same, so either answer may stay. */
    private final AtomicReference<@Nullable List<SqlStatement>> statements = new AtomicReference<>();

    /**
     * A script that is not read yet.
     *
     * @param path of the file, relative to the root
     * @param checksum of the file's bytes
     */
    public Script(String path, String text, Fingerprint checksum) {
        this.path = Objects.requireNonNull(path);
        this.text = Objects.requireNonNull(text);
        this.checksum = Objects.requireNonNull(checksum);
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    Fingerprint checksum() {
        return checksum;
    }

    /** Whether the file begins with a byte order mark: its text is without it, and the checksum is with it. */
    public boolean hasByteOrderMark() {
        return new SourceFile.Content.Text(text, checksum).hasByteOrderMark();
    }

    List<SqlStatement> statements() {
        List<SqlStatement> known = statements.get();
        if (known != null) {
            return known;
        }
        List<SqlStatement> read = SqlStatement.split(path, text);
        statements.set(read);
        return read;
    }

    @Override
    public boolean equals(Object object) {
        return this == object
                || (object instanceof Script other
                        && path.equals(other.path)
                        && checksum.equals(other.checksum)
                        && text.equals(other.text));
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + checksum.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
