package dev.schemawatch.checks.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.checks.CheckFixture;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.support.PostgresFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what findings say against a PostgreSQL: that rewrites run, that locks are taken, that what is refused is refused. */
final class SafetyOnPostgresTest {
    private static final Pattern PLACE = Pattern.compile("\\w+ (\\S+\\.sql):(\\d+):(\\d+) \\S+");
    /** Advice that is no SQL ends otherwise. */
    private static final Pattern REWRITE = Pattern.compile("Instead[^:]*: (.*(?:;|\\*/))$");

    private static final Pattern LOCK = Pattern.compile(
            "(SHARE|SHARE ROW EXCLUSIVE|ACCESS EXCLUSIVE) on (\"[^\"]*\"(?:\\.\"[^\"]*\")?)(?: and (\"[^\"]*\"))?");

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_rewrite_runs(CheckFixture fixture) throws SQLException {
        PostgresFixture.assumeRuns(fixture.name());
        for (Said said : Said.of(fixture)) {
            Matcher rewrite = REWRITE.matcher(said.message());
            if (rewrite.find()) {
                List<SqlStatement> statements = SqlStatement.split("rewrite", rewrite.group(1));
                inDatabase(said, connection -> {
                    if (fixture.rule().equals("validation-in-same-transaction")) {
                        run(connection, said.upToThere().getFirst().text());
                    }
                    for (SqlStatement statement : statements) {
                        run(connection, statement.text());
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_lock_that_is_named_is_taken(CheckFixture fixture) throws SQLException {
        PostgresFixture.assumeRuns(fixture.name());
        for (Said said : Said.of(fixture)) {
            Matcher lock = LOCK.matcher(said.message());
            if (lock.find() && !said.message().contains("VACUUM")) {
                inDatabase(said, connection -> {
                    connection.setAutoCommit(false);
                    for (SqlStatement statement : said.upToThere()) {
                        run(connection, statement.text());
                    }
                    assertThat(modes(connection, lock.group(2))).contains(mode(lock.group(1)));
                    if (lock.group(3) != null) {
                        assertThat(modes(connection, lock.group(3))).contains(mode(lock.group(1)));
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_called_refused_is_refused(CheckFixture fixture) throws SQLException {
        PostgresFixture.assumeRuns(fixture.name());
        for (Said said : Said.of(fixture)) {
            inDatabase(said, connection -> {
                connection.setAutoCommit(false);
                assertThatThrownBy(() -> {
                            for (SqlStatement statement : said.upToThere()) {
                                run(connection, statement.text());
                            }
                        })
                        .isInstanceOf(SQLException.class);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("rerunnable")
    void a_script_that_is_called_fit_runs_twice(CheckFixture fixture) throws SQLException {
        Path script = fixture.folder().resolve("prisma/migrations/02_roles.sql");
        inDatabase(new Said(fixture, script, 1, 1, ""), connection -> {
            run(connection, read(script));
            assertThatCode(() -> run(connection, read(script))).doesNotThrowAnyException();
        });
    }

    static Stream<CheckFixture> fixtures() {
        return SafetyChecks.all(CheckSettings.NONE).stream()
                .map(check -> check.rule().id())
                .filter(rule -> !rule.equals("not-rerunnable"))
                .flatMap(rule -> CheckFixture.of(rule).stream())
                .filter(CheckFixture::isBad)
                .filter(SafetyOnPostgresTest::canRunHere);
    }

    /** A byte order mark is no statement. */
    private static boolean canRunHere(CheckFixture fixture) {
        return !fixture.name().equals("bad-utf-8-mark");
    }

    static Stream<CheckFixture> refused() {
        return Stream.of(
                        "invalid-sql", "cannot-run-in-transaction", "enum-value-used-too-soon", "column-assigned-twice")
                .flatMap(rule -> CheckFixture.of(rule).stream())
                .filter(CheckFixture::isBad)
                .filter(SafetyOnPostgresTest::canRunHere)
                .filter(fixture -> !fixture.name().equals("bad-psql"));
    }

    static Stream<CheckFixture> rerunnable() {
        return CheckFixture.of("not-rerunnable").stream()
                .filter(CheckFixture::isOk)
                .filter(fixture -> fixture.name().contains("script"));
    }

    /** What is said of a place in a migration of a fixture. */
    private record Said(CheckFixture fixture, Path script, int line, int column, String message) {

        static List<Said> of(CheckFixture fixture) {
            List<String> lines = read(fixture.expected()).lines().toList();
            List<Said> said = new ArrayList<>();
            for (int index = 0; index + 1 < lines.size(); index += 2) {
                Matcher place = PLACE.matcher(lines.get(index));
                assertThat(place.matches()).as(lines.get(index)).isTrue();
                said.add(new Said(
                        fixture,
                        fixture.folder().resolve(place.group(1)),
                        Integer.parseInt(place.group(2)),
                        Integer.parseInt(place.group(3)),
                        lines.get(index + 1)));
            }
            return said;
        }

        /** The statements of the script up to the one that is meant; transactions are the test's own. */
        List<SqlStatement> upToThere() {
            return SqlStatement.split(script.toString(), read(script)).stream()
                    .filter(statement -> statement.location().line() < line
                            || (statement.location().line() == line
                                    && statement.location().column() <= column))
                    .filter(statement -> !(statement.command() instanceof Command.Transaction))
                    .toList();
        }

        /** The migrations before the script. */
        List<Path> before() {
            try (Stream<Path> files = Files.walk(fixture.folder().resolve("prisma/migrations"))) {
                return files.filter(file -> file.toString().endsWith("migration.sql"))
                        .filter(file -> !file.equals(script))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("listing " + fixture.folder(), e);
            }
        }
    }

    private interface Step {
        void run(Connection connection) throws SQLException;
    }

    private static void inDatabase(Said said, Step step) throws SQLException {
        try (PostgresFixture.Database database = PostgresFixture.database();
                Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:"
                        + PostgresFixture.server().port() + "/" + database.name() + "?user=postgres")) {
            for (Path migration : said.before()) {
                run(connection, read(migration));
            }
            step.run(connection);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> modes(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT mode FROM pg_locks WHERE relation = to_regclass(?) AND pid = pg_backend_pid()")) {
            query.setString(1, table);
            List<String> modes = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    modes.add(rows.getString(1));
                }
            }
            return modes;
        }
    }

    /** {@code pg_locks} writes ShareRowExclusiveLock for SHARE ROW EXCLUSIVE. */
    private static String mode(String words) {
        return switch (words) {
            case "SHARE" -> "ShareLock";
            case "SHARE ROW EXCLUSIVE" -> "ShareRowExclusiveLock";
            default -> "AccessExclusiveLock";
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
