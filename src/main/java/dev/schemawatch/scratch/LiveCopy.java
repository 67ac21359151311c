package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.localserver.PgDump;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.migration.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a live database holds but its rows: as a script that makes it again, and comes before what is pending. PostgreSQL's own
 * {@code pg_dump} writes it, since functions, triggers, views and policies belong to it as much as tables do. Nothing is
 * written to the database: the session is read-only, and waits for no lock.
 *
 * @param script of nobody: no migration of the repository
 * @param roles of the live server that the script or a pending migration speaks of
 */
public record LiveCopy(Migration script, List<String> roles) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> ARGUMENTS = List.of(
            "--schema-only",
            "--encoding=UTF8",
            "--no-password",
            "--no-owner",
            "--no-privileges",
            "--no-comments",
            "--no-publications",
            "--no-subscriptions",
            "--no-security-labels",
            "--no-tablespaces",
            "--lock-wait-timeout=5000");

    public LiveCopy {
        roles = List.copyOf(roles);
    }

    /**
     * Takes the copy.
     *
     * @param name of the database, for people
     * @param major version of its server
     * @param history the rows of {@code _prisma_migrations}
     * @param pending the migrations that come after it
     * @throws ScratchException when it cannot be had
     */
    public static LiveCopy of(
            String name,
            ConnectionUrl url,
            Path certificates,
            int major,
            List<AppliedMigration> history,
            List<Migration> pending) {
        String dump;
        try {
            PgDump program = PgDump.reading(major);
            dump = program.text(ARGUMENTS, new LibpqVariables(url, certificates, program.major()).map(), PATIENCE);
        } catch (IOException e) {
            throw new ScratchException(
                    ScratchException.Kind.FAILED,
                    "The live state of database " + name + " cannot be copied: " + e.getMessage(),
                    e);
        }
        Migration script = LiveScript.of("live state of database " + name, dump, url.schema(), history);
        return new LiveCopy(script, spokenOf(roles(new Sessions(url, certificates)), script, pending));
    }

    private static List<String> roles(Sessions sessions) {
        try (Connection connection = sessions.open()) {
            connection.setReadOnly(true);
            return Sessions.texts(
                    connection, "SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY rolname", List.of());
        } catch (SQLException e) {
            throw sessions.failure("The roles of the live database could not be read", e);
        }
    }

    private static List<String> spokenOf(List<String> roles, Migration script, List<Migration> pending) {
        StringBuilder all = new StringBuilder(script.script());
        pending.forEach(migration -> all.append('\n').append(migration.script()));
        Set<String> words =
                new HashSet<>(List.of(all.toString().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_$]+", -1)));
        return roles.stream()
                .filter(role -> words.contains(role.toLowerCase(Locale.ROOT)) || all.indexOf('"' + role + '"') >= 0)
                .toList();
    }
}
