package dev.schemawatch.replay;

import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.sql.SqlStatement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement whose effect does not end with the scratch database, and so must not run on a server that others use: it changes
 * other databases, existing roles, the server's settings or its files, or starts programs. Roles that come are no such thing:
 * they can be removed again.
 *
 * @param words that say so, as written
 */
public record BeyondDatabase(Location.InFile place, String words) {
    /** Also inside of the bodies of functions and DO blocks, and of strings: what is executed there is only known by running it. */
    private static final Pattern REACH = Pattern.compile(
            "\\balter\\s+system\\b"
                    + "|\\b(?:create|drop|alter)\\s+(?:database|tablespace|subscription)\\b"
                    + "|\\b(?:drop|alter)\\s+(?:role|user(?!\\s+mapping)|group)\\b"
                    + "|\\b(?:drop|reassign)\\s+owned\\b"
                    + "|\\b(?:from|to)\\s+program\\b"
                    + "|\\bcopy\\b[^;]*?\\b(?:from|to)\\s+'"
                    + "|\\b(?:pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile|pg_promote"
                    + "|lo_export|lo_import|pg_read_file|pg_read_binary_file|pg_ls_dir|dblink\\w*)\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    public BeyondDatabase {
        Objects.requireNonNull(place);
        Objects.requireNonNull(words);
    }

    /** Those of one migration; each statement at most once. */
    public static List<BeyondDatabase> of(Migration migration) {
        return migration.statements().stream().flatMap(BeyondDatabase::of).toList();
    }

    private static Stream<BeyondDatabase> of(SqlStatement statement) {
        Matcher matcher = REACH.matcher(statement.text());
        return matcher.find()
                ? Stream.of(
                        new BeyondDatabase(statement.location(), matcher.group().replaceAll("\\s+", " ")))
                : Stream.empty();
    }
}
