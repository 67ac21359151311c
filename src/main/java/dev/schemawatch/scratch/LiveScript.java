package dev.schemawatch.scratch;

import dev.schemawatch.finding.Span;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Script;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.workspace.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What {@code pg_dump} prints of a schema, as a script for a session that goes on afterwards, in one transaction. */
final class LiveScript {
    private static final String HISTORY = "_prisma_migrations";

    /** Commands for psql that newer ones put around a dump, with a key that is another each time. */
    private static final Pattern PSQL_COMMAND = Pattern.compile("(?m)^\\\\(?:un)?restrict \\w+$");

    /** Of no use to a script whose time is limited from outside; older servers do not know all of them. */
    private static final Pattern TIMEOUT = Pattern.compile("SET \\w+_timeout = 0");

    private static final Pattern HIDDEN_PATH =
            Pattern.compile("^(SELECT pg_catalog\\.set_config\\('search_path', '', )false(\\))$");

    private LiveScript() {}

    /**
     * The script, as a migration that Prisma does not record.
     *
     * @param place what it is, in place of a path
     * @param namespace in which Prisma keeps its history
     * @param history whose rows are written as they are
     */
    static Migration of(String place, String dump, String namespace, List<AppliedMigration> history) {
        String sql = PSQL_COMMAND.matcher(dump).replaceAll("");
        StringBuilder script = new StringBuilder();
        int copied = 0;
        for (SqlStatement statement : SqlStatement.split(place, sql)) {
            Span span = Span.of(statement.location());
            script.append(sql, copied, span.from()).append(adapted(statement, namespace));
            copied = span.to();
        }
        script.append(sql, copied, sql.length());
        history.forEach(row -> script.append(insert(row, namespace)));
        String text = script.toString();
        return new Migration(place, Migration.Author.HAND, new Script(place, text, Fingerprint.of(text)));
    }

    /** Settings end with the script; what is there already is not made; what no statement needs and may hold a secret is left out. */
    private static String adapted(SqlStatement statement, String namespace) {
        String sql = statement.text();
        if (sql.startsWith("SET ")) {
            return TIMEOUT.matcher(sql).matches() ? "" : "SET LOCAL " + sql.substring("SET ".length());
        }
        return switch (statement.command()) {
            case Command.CreateObject create when create.kind() == ObjectKind.USER_MAPPING -> "";
            case Command.CreateObject create
            when create.kind() == ObjectKind.SCHEMA ->
                sql.replaceFirst("^CREATE SCHEMA (?!IF )", "CREATE SCHEMA IF NOT EXISTS ");
            case Command.CreateTable create when isHistory(create.name(), namespace) -> "";
            case Command.AlterTable alter when isHistory(alter.name(), namespace) -> "";
            case Command _ -> HIDDEN_PATH.matcher(sql).replaceFirst("$1true$2");
        };
    }

    /** Every replay makes that table itself. */
    private static boolean isHistory(SqlName name, String namespace) {
        return name.equals(new SqlName(Optional.of(namespace), HISTORY));
    }

    private static String insert(AppliedMigration row, String namespace) {
        String key = row.name() + ' ' + row.startedAt();
        return """
                INSERT INTO %s.%s
                  (id, checksum, finished_at, migration_name, rolled_back_at, started_at, applied_steps_count)
                VALUES ('%s', %s, %s, %s, %s, %s, 1);
                """.formatted(
                        SqlName.quote(namespace),
                        HISTORY,
                        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                        literal(row.checksum()),
                        moment(row.finishedAt()),
                        literal(row.name()),
                        moment(row.rolledBackAt()),
                        moment(Optional.of(row.startedAt())));
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(at -> literal(at.toString())).orElse("NULL");
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
