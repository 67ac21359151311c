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
    /** Where a statement begins: of a script, of the body of a function or block, or of a string that is executed. */
    private static final String START = "(?:^|[;']|\\b(?:begin|then|else|loop)\\s)\\s*";

    /** Tables of the catalog that hold what all databases of a server share. PostgreSQL manual, 53. */
    private static final String SHARED_CATALOGS =
            "pg_(?:authid|auth_members|database|db_role_setting|parameter_acl|replication_origin|shdepend|shdescription"
                    + "|shseclabel|subscription|tablespace|roles|user|shadow|group)";

    /** Of PostgreSQL's own, with quotes or without. */
    private static final String OWN = "(?:\"?pg_catalog\"?\\s*\\.\\s*)?\"?";

    /** What is no part of a database but of its server. PostgreSQL manual, 23.1: databases, roles, tablespaces and the like. */
    private static final String SHARED = "\\s(?:database|role|tablespace|subscription|parameter)\\b";

    private static final String FUNCTIONS =
            "pg_terminate_backend|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile|pg_promote"
                    + "|pg_(?:create|copy|drop|sync|replication|logical)_\\w*slot\\w*|pg_replication_origin_\\w+"
                    + "|pg_logical_(?:emit_message|slot\\w+)|pg_switch_wal|pg_create_restore_point|pg_wal_replay_\\w+"
                    + "|pg_(?:start_backup|stop_backup|backup_start|backup_stop)|pg_stat_reset\\w*|pg_stat_statements_reset"
                    + "|lo_export|lo_import|pg_read_file|pg_read_binary_file|pg_ls_\\w+|pg_stat_file|pg_file_\\w+"
                    + "|pg_log_\\w+|dblink\\w*|query_to_xml\\w*|ts_stat";

    /** Also inside of the bodies of functions and DO blocks, and of strings: what is executed there is only known by running it. */
    private static final Pattern REACH = Pattern.compile(
            "\\balter\\s+system\\b"
                    + "|\\b(?:create|drop|alter)\\s+(?:database|tablespace|subscription)\\b"
                    + "|\\b(?:drop|alter)\\s+(?:role|user(?!\\s+mapping)|group)\\b"
                    + "|\\b(?:drop|reassign)\\s+owned\\b"
                    + "|" + START + "(?:(?:grant|revoke)\\s[^;]*?|comment\\s+|security\\s+label\\s[^;]*?)\\bon" + SHARED
                    + "|" + START + "(?:grant|revoke)\\s(?:\"[^\"]*\"|(?!\\bon\\b)[^;\"])*\\s(?:to|from)\\s"
                    + "|\\bprepare\\s+transaction\\b"
                    + "|" + START + "(?:checkpoint\\b|load\\s+')"
                    + "|\\b(?:from|to)\\s+program\\b"
                    + "|\\bcopy\\b[^;]*?\\b(?:from|to)\\s+'"
                    + "|\\b(?:insert\\s+into|update(?:\\s+only)?|delete\\s+from(?:\\s+only)?|merge\\s+into)\\s+" + OWN
                    + SHARED_CATALOGS + "\\b"
                    + "|\\bforeign\\s+data\\s+wrapper\\s+\"?(?:postgres|dblink|file)_fdw\\b"
                    + "|\\b(?:" + FUNCTIONS + ")\"?\\s*\\("
                    + "|=\\s*" + OWN + "(?:" + FUNCTIONS + ")\\b",
            Pattern.CASE_INSENSITIVE);

    /** A sign in front of a statement, and not of it. */
    private static final Pattern BEFORE = Pattern.compile("^[;'\\s]+");

    public BeyondDatabase {
        Objects.requireNonNull(place);
        Objects.requireNonNull(words);
    }

    /** Those of one migration; each statement at most once. */
    public static List<BeyondDatabase> of(Migration migration) {
        return migration.statements().stream().flatMap(BeyondDatabase::of).toList();
    }

    private static Stream<BeyondDatabase> of(SqlStatement statement) {
        Matcher matcher = REACH.matcher(String.join(" ", statement.openWords()));
        return matcher.find()
                ? Stream.of(new BeyondDatabase(
                        statement.location(),
                        BEFORE.matcher(matcher.group())
                                .replaceFirst("")
                                .replaceAll("\\s+", " ")
                                .strip()))
                : Stream.empty();
    }
}
