package dev.schemawatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.schemawatch.diff.Comparison;
import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.engine.History;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.Formula;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaHistory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabasePollTest {
    private static final String CANARY = "CANARY-secret";

    private PostgresFixture.Database database;

    @BeforeEach
    void create() {
        database = PostgresFixture.database();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_database_is_read_whole() {
        database.execute("CREATE TABLE t (id int)");
        Available seen = available(look(database.url()));
        assertThat(seen.serverVersion()).matches("\\d+(\\.\\d+)?");
        assertThat(seen.schema().tables()).containsOnlyKeys(new QualifiedName("public", "t"));
        assertThat(seen.history()).isEqualTo(new History.NoTable<>());
    }

    @Test
    void two_looks_at_an_unchanged_database_are_equal() {
        database.execute("CREATE TABLE t (id int DEFAULT 1)");
        assertThat(look(database.url())).isEqualTo(look(database.url()));
    }

    @Test
    void the_schema_of_the_url_is_read_and_its_history() {
        database.execute(
                "CREATE SCHEMA tenant; SET search_path = tenant; CREATE TABLE t (id int);" + PrismaHistory.TABLE
                        + "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)"
                        + " VALUES ('2', 'bb', 'second', '2026-01-02T00:00:00.123456Z', NULL, 0),"
                        + " ('1', 'aa', 'first', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', 1)");
        Available seen = available(look(database.url() + "?schema=tenant"));
        assertThat(seen.schema().tables()).containsOnlyKeys(new QualifiedName("tenant", "t"));
        assertThat(seen.history().content().orElseThrow())
                .containsExactly(
                        new AppliedMigration(
                                "first",
                                "aa",
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Optional.of(Instant.parse("2026-01-01T00:00:01Z")),
                                Optional.empty()),
                        new AppliedMigration(
                                "second",
                                "bb",
                                Instant.parse("2026-01-02T00:00:00.123456Z"),
                                Optional.empty(),
                                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    jsonb          | '{"b":1,"a":2}'   | '{"a": 2, "b": 1}' | EQUAL
                    json           | '{"a":1}'         | '{"a": 1}'         | EQUAL
                    jsonb          | '{"a":1}'         | '{"a":2}'          | DIFFERENT
                    timestamp(3)   | '2020-01-01T00:00:00Z' | '2020-01-01 00:00:00' | EQUAL
                    timestamp(3)   | '2020-01-01'      | '2020-01-02'       | DIFFERENT
                    date           | '2020-1-1'        | '2020-01-01'       | EQUAL
                    numeric(4,1)   | 1.55              | 1.6                | EQUAL
                    real           | 0.1               | 0.10000000149      | EQUAL
                    uuid           | 'A0EEBC999C0B4EF8BB6D6BB9BD380A11' | 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' | EQUAL
                    bytea          | 'hi'              | '\\x6869'          | EQUAL
                    timestamp[]    | ARRAY['2020-1-1']::timestamp[] | '{2020-01-01}' | EQUAL
                    "Role"         | 'A'               | 'B'                | DIFFERENT
                    date           | 'no date'         | '2020-01-01'       | UNDECIDED
                    int            | pg_sleep(60)      | 1                  | DIFFERENT
                    int            | 1; DROP TABLE t   | 2                  | UNDECIDED
                    """)
    void the_server_is_asked_about_constants_only(String type, String expected, String actual, Comparison verdict) {
        database.execute(
                "CREATE TYPE \"Role\" AS ENUM ('A', 'B'); CREATE TABLE t (c " + type + " DEFAULT " + actual + ")");
        Column column = onlyColumn(look(database.url()));
        DatabaseState state = look(database.url(), Optional.of(schemaWith(column.type(), expected)));
        String printed = ((DefaultValue.Expression) column.defaultValue()).sql();
        assertThat(available(state).comparer().compare(column.type(), expected, printed))
                .isEqualTo(verdict);
    }

    @Test
    void a_server_without_tls_is_no_matter_of_the_login() {
        Unavailable seen = unavailable(look(database.url() + "?sslmode=require"));
        assertThat(seen.reason()).isEqualTo(Reason.CONNECT);
        assertThat(seen.message()).contains("has no TLS", "sslmode");
    }

    @Test
    void a_setting_that_the_server_does_not_take_is_one_of_the_url() {
        Unavailable seen = unavailable(look(database.url() + "?options=-c%20work_mem%3Dplenty"));
        assertThat(seen.reason()).isEqualTo(Reason.CONFIGURATION);
        assertThat(seen.message()).contains("work_mem", "options of the URL");
    }

    @Test
    void nothing_is_left_behind_on_the_server() throws SQLException {
        look(database.url());
        try (Connection connection = database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'schemawatch'"
                                + " AND datname = current_database() AND state <> 'idle'")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void of_a_table_that_somebody_alters_only_the_formulas_stay_unread() throws SQLException {
        String table = "CREATE TABLE %s (id int, twice int GENERATED ALWAYS AS (id * 2) STORED);"
                + " CREATE INDEX %1$s_part ON %1$s (id) WHERE id > 0; CREATE INDEX %1$s_sum ON %1$s ((id + 1));";
        database.execute(table.formatted("altered") + table.formatted("free"));
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("ALTER TABLE altered ALTER COLUMN id SET NOT NULL");
            DatabaseSchema seen = available(look(database.url())).schema();
            assertThat(formulas(seen, "altered")).hasSize(3).containsOnly(new Formula.Unread());
            assertThat(formulas(seen, "free"))
                    .containsExactly(Formula.of("(id * 2)"), Formula.of("(id > 0)"), Formula.of("((id + 1))"));
        }
    }

    private static List<Formula> formulas(DatabaseSchema schema, String name) {
        Table table = Optional.ofNullable(schema.tables().get(new QualifiedName("public", name)))
                .orElseThrow();
        return Stream.of(
                        table.columns().stream()
                                .flatMap(column ->
                                        column.defaultValue() instanceof DefaultValue.Generated(Formula formula)
                                                ? Stream.of(formula)
                                                : Stream.empty()),
                        table.indexes().stream().flatMap(index -> index.predicate().stream()),
                        table.indexes().stream()
                                .flatMap(index -> index.keys().stream())
                                .flatMap(key -> key instanceof Index.Key.OfExpression(Formula formula)
                                        ? Stream.of(formula)
                                        : Stream.empty()))
                .flatMap(all -> all)
                .toList();
    }

    @Test
    void a_history_that_may_not_be_read_is_unknown_and_the_catalog_is_told() {
        String role = "reader_" + database.name();
        database.execute("CREATE TABLE t (id int);" + PrismaHistory.TABLE + "CREATE ROLE " + role + " LOGIN");
        try {
            Available seen = available(look(database.url().replace("postgres@", role + "@")));
            assertThat(reason(seen)).contains("_prisma_migrations", "GRANT SELECT");
            assertThat(seen.schema().tables()).containsOnlyKeys(new QualifiedName("public", "t"));
        } finally {
            database.execute("DROP ROLE " + role);
        }
    }

    @Test
    void a_history_that_is_locked_is_unknown() throws SQLException {
        database.execute(PrismaHistory.TABLE);
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE _prisma_migrations");
            assertThat(reason(available(look(database.url())))).contains("_prisma_migrations is locked");
        }
    }

    @Test
    void a_history_of_other_columns_is_unknown() {
        database.execute("CREATE TABLE _prisma_migrations (id int)");
        assertThat(reason(available(look(database.url())))).contains("does not have the columns");
    }

    @Test
    void a_missing_database_is_named() {
        Unavailable seen = unavailable(look(database.url() + "_none"));
        assertThat(seen.reason()).isEqualTo(Reason.CONNECT);
        assertThat(seen.message()).contains(database.name() + "_none").contains("Create the database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres:wrong-" + CANARY, "nobody:" + CANARY, "postgres"})
    void a_refused_login_shows_no_password(String credentials) throws IOException {
        try (LocalServer server = LocalServer.start(PostgresBinaries.find(), CANARY)) {
            Unavailable seen =
                    unavailable(look("postgresql://" + credentials + "@127.0.0.1:" + server.port() + "/postgres"));
            assertThat(seen.reason()).isEqualTo(Reason.AUTH);
            assertThat(seen.message()).contains("password of the URL").doesNotContain(CANARY);
            available(look(server.url("postgres")));
        }
    }

    @Test
    void a_closed_port_refuses() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Unavailable seen = unavailable(look("postgresql://a:" + CANARY + "@127.0.0.1:" + port + "/x"));
        assertThat(seen.reason()).isEqualTo(Reason.CONNECT);
        assertThat(seen.message()).contains("127.0.0.1:" + port + "/x refused").doesNotContain(CANARY);
    }

    @Test
    void an_unknown_host_is_said_to_be_unknown() {
        Unavailable seen = unavailable(look("postgresql://a:" + CANARY + "@no.such.host.invalid/x"));
        assertThat(seen.reason()).isEqualTo(Reason.CONNECT);
        assertThat(seen.message()).contains("the host is unknown").doesNotContain(CANARY);
    }

    @Test
    void a_silent_server_is_given_up_at_the_deadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            Unavailable seen = unavailable(poll(
                            "postgresql://a:" + CANARY + "@127.0.0.1:" + silent.getLocalPort() + "/x",
                            Duration.ofSeconds(1))
                    .look(Optional.empty()));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(900));
            assertThat(seen.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(seen.message()).contains("within 1.0 s").doesNotContain(CANARY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
                "J\0\0\0\n8.0.36\0",
                "SSH-2.0-OpenSSH_9.2\r\n",
                ""
            })
    void a_server_that_speaks_something_else_is_not_postgresql(String greeting) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(server, greeting));
            Unavailable seen =
                    unavailable(look("postgresql://a:" + CANARY + "@127.0.0.1:" + server.getLocalPort() + "/x"));
            assertThat(seen.reason()).as(seen.message()).isEqualTo(Reason.NOT_POSTGRESQL);
            assertThat(seen.message()).doesNotContain(CANARY);
        }
    }

    @Test
    void a_look_that_is_stuck_is_given_up_at_the_deadline_and_the_next_one_works() throws SQLException {
        database.execute("CREATE TABLE t (id int)");
        try (Connection blocker = database.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE pg_catalog.pg_enum IN ACCESS EXCLUSIVE MODE");
            Unavailable seen =
                    unavailable(poll(database.url(), Duration.ofMillis(150)).look(Optional.empty()));
            assertThat(seen.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(seen.message()).contains("within 0.15 s");
        }
        available(look(database.url()));
    }

    @Test
    void a_locked_catalog_ends_with_the_lock_time_out() throws SQLException {
        try (Connection blocker = database.connect()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("LOCK TABLE pg_catalog.pg_enum IN ACCESS EXCLUSIVE MODE");
            assertThat(unavailable(look(database.url())).reason()).isEqualTo(Reason.LOCK_TIMEOUT);
        }
    }

    @Test
    void a_session_that_was_ended_by_the_server_is_a_reason_and_no_crash() throws SQLException {
        assertThat(new Failure(url(database.url())).of(killed()).reason()).isEqualTo(Reason.CONNECT);
    }

    @Test
    void a_statement_that_takes_too_long_is_a_time_out() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET statement_timeout = '50ms'");
            SQLException error = catchThrowableOfType(
                    SQLException.class, () -> connection.createStatement().execute("SELECT pg_sleep(5)"));
            assertThat(new Failure(url(database.url())).of(error).reason()).isEqualTo(Reason.TIMEOUT);
        }
    }

    private SQLException killed() throws SQLException {
        try (Connection connection = database.connect()) {
            return catchThrowableOfType(
                    SQLException.class,
                    () -> connection.createStatement().execute("SELECT pg_terminate_backend(pg_backend_pid())"));
        }
    }

    @Test
    void a_socket_file_is_refused_with_a_reason() {
        Unavailable seen = unavailable(look("postgresql://a@localhost/x?host=/var/run/postgresql"));
        assertThat(seen.reason()).isEqualTo(Reason.CONFIGURATION);
        assertThat(seen.message()).contains("socket file");
    }

    private static void greet(ServerSocket server, String greeting) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().readNBytes(8);
                socket.getOutputStream().write(greeting.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException _) {
                // The test is over, or the client is gone.
            }
        }
    }

    private static DatabaseSchema schemaWith(ColumnType type, String defaultSql) {
        QualifiedName name = new QualifiedName("public", "t");
        Column column = new Column("c", type, true, new DefaultValue.Expression(defaultSql));
        Table table = new Table(name, List.of(column), Optional.empty(), List.of(), List.of());
        return new DatabaseSchema(
                new TreeSet<>(List.of("public")),
                new TreeMap<>(Map.of(name, table)),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>());
    }

    private static Column onlyColumn(DatabaseState state) {
        return available(state)
                .schema()
                .tables()
                .values()
                .iterator()
                .next()
                .columns()
                .getFirst();
    }

    private static DatabaseState look(String url) {
        return look(url, Optional.empty());
    }

    private static DatabaseState look(String url, Optional<DatabaseSchema> expected) {
        return poll(url, Duration.ofSeconds(10)).look(expected);
    }

    private static DatabasePoll poll(String url, Duration deadline) {
        return DatabasePoll.once(url(url), Path.of("."), deadline);
    }

    private static ConnectionUrl url(String text) {
        return switch (ConnectionUrl.parse(text)) {
            case ConnectionUrl.Parsed.Valid valid -> valid.url();
            case ConnectionUrl.Parsed.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static String reason(Available seen) {
        assertThat(seen.history()).isInstanceOf(History.Unreadable.class);
        return ((History.Unreadable<?>) seen.history()).reason();
    }

    private static Available available(DatabaseState state) {
        return switch (state) {
            case Available available -> available;
            case Unavailable unavailable -> throw new AssertionError(unavailable.message());
        };
    }

    private static Unavailable unavailable(DatabaseState state) {
        return switch (state) {
            case Unavailable unavailable -> unavailable;
            case Available _ -> throw new AssertionError("the database could be read");
        };
    }
}
