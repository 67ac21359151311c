package dev.schemawatch.support;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Applies the migrations of a repository as {@code prisma migrate deploy} does: in order, a script at a time. A script
 * that builds an index concurrently is sent statement by statement (Prisma 7.4 and later), since that forbids a transaction.
 */
public final class Replay {
    private final PostgresFixture.Database database;

    public Replay(PostgresFixture.Database database) {
        this.database = database;
    }

    /** Applies those migrations of the folder whose name is accepted. */
    public void apply(Path folder, Predicate<String> names) {
        String url = "jdbc:postgresql://127.0.0.1:" + PostgresFixture.server().port() + "/" + database.name()
                + "?preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url, LocalServer.USER, "");
                Statement statement = connection.createStatement()) {
            for (Migration migration : migrations(folder)) {
                if (names.test(migration.name())) {
                    apply(statement, migration);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void apply(Statement statement, Migration migration) throws SQLException {
        List<String> scripts = migration.script().toLowerCase(Locale.ROOT).contains("concurrently")
                ? migration.statements().stream().map(SqlStatement::text).toList()
                : List.of(migration.script());
        for (String script : scripts) {
            try {
                statement.execute(script);
            } catch (SQLException e) {
                throw new SQLException("applying " + migration.path() + ": " + e.getMessage(), e);
            }
        }
    }

    /** The migrations of a folder, in order. */
    public static List<Migration> migrations(Path folder) {
        String path = "migrations";
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<SourceFile> scripts = files.filter(
                            file -> file.getFileName().toString().equals("migration.sql"))
                    .map(file -> new SourceFile(path + "/" + folder.relativize(file), text(file)))
                    .toList();
            return MigrationFolder.read(
                            ScriptOrder.PRISMA_FIRST,
                            path,
                            scripts,
                            List.of(),
                            file -> MigrationFolder.migration(path, file))
                    .migrations();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceFile.Content text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new SourceFile.Content.Text(new String(bytes, StandardCharsets.UTF_8), Fingerprint.of(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
