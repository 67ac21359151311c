package dev.schemawatch.migration;

import dev.schemawatch.finding.Location;
import java.util.List;
import java.util.Objects;

/**
 * One statement of a script.
 *
 * @param text without the closing semicolon and without the comments around it
 */
public record SqlStatement(String text, Location.InFile location) {
    public SqlStatement {
        Objects.requireNonNull(text);
        Objects.requireNonNull(location);
    }

    /**
     * The statements of a script, in order; none for a script of white space and comments alone.
     *
     * @param path of the file, for the locations
     */
    public static List<SqlStatement> split(String path, String script) {
        return new SqlStatementReader(path).read(script);
    }

    /** What it does to the schema, in order; none for what writes rows, or is not understood. */
    public List<SchemaEffect> effects() {
        return EffectReader.read(text);
    }
}
