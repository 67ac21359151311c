package dev.schemawatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.postgres.Checkup.Examined;
import dev.schemawatch.postgres.Checkup.Power;
import dev.schemawatch.postgres.Checkup.Power.Kind;
import dev.schemawatch.postgres.Checkup.Unreachable;
import dev.schemawatch.postgres.Checkup.WriteAttempt;
import dev.schemawatch.support.PostgresFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseCheckupTest {
    private static final String HISTORY =
            "CREATE TABLE _prisma_migrations (id text); CREATE TABLE \"Booking\" (id int);";

    private PostgresFixture.Database database;
    private String role;

    @BeforeEach
    void create() {
        database = PostgresFixture.database();
        role = "role_" + database.name();
        database.execute(
                HISTORY + "REVOKE CREATE ON SCHEMA public FROM PUBLIC; CREATE ROLE " + role + " LOGIN NOINHERIT");
    }

    @AfterEach
    void drop() {
        database.execute("DROP OWNED BY " + role + " CASCADE");
        database.close();
        try (PostgresFixture.Database other = PostgresFixture.database()) {
            other.execute("DROP ROLE " + role);
        }
    }

    @Test
    void a_superuser_may_write_and_is_asked_nothing_else() {
        Examined seen = examined(database.url());
        assertThat(seen.write()).isEqualTo(new WriteAttempt.Permitted());
        assertThat(seen.powers()).containsExactly(new Power(Kind.SUPERUSER, 1, List.of("postgres")));
        assertThat(missing(seen)).isEmpty();
        assertThat(seen.server().major()).isBetween(13, 99);
        assertThat(seen.server().relations()).isEqualTo(2);
        assertThat(seen.server().roundTrip()).isPositive();
        assertThat(seen.server().tls()).isEmpty();
    }

    @Test
    void the_role_of_the_documentation_is_harmless() throws IOException {
        database.execute("DROP ROLE " + role + ";" + documented());
        Examined seen = examined(asRole());
        assertThat(seen.write()).isEqualTo(new WriteAttempt.Refused());
        assertThat(seen.powers()).isEmpty();
        assertThat(missing(seen)).isEmpty();
        assertThat(seen.role()).isEqualTo(role);
    }

    @Test
    void what_a_look_needs_is_granted_by_what_is_said_to_be_missing() {
        database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        List<String> missing = missing(examined(asRole()));
        assertThat(missing)
                .containsExactly(
                        "GRANT USAGE ON SCHEMA public TO " + role + ";",
                        "GRANT SELECT ON public._prisma_migrations TO " + role + ";");
        missing.forEach(database::execute);
        assertThat(missing(examined(asRole()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ALTER ROLE %s CREATEDB                                | CREATES_DATABASES |
                    ALTER ROLE %s CREATEROLE                              | CREATES_ROLES     |
                    ALTER ROLE %s BYPASSRLS                               | BYPASSES_RLS      |
                    ALTER ROLE %s REPLICATION                             | REPLICATES        |
                    GRANT pg_execute_server_program TO %s                 | ACTS_ON_SERVER    | pg_execute_server_program
                    ALTER TABLE "Booking" OWNER TO %s                     | OWNS              | public."Booking"
                    ALTER SCHEMA public OWNER TO %s                       | OWNS              | schema public
                    GRANT CREATE ON SCHEMA public TO %s                   | CREATES_OBJECTS   | schema public
                    GRANT INSERT ON "Booking" TO %s                       | WRITES            | public."Booking"
                    GRANT UPDATE (id) ON "Booking" TO %s                  | WRITES            | public."Booking"
                    GRANT TRUNCATE ON "Booking" TO %s                     | WRITES            | public."Booking"
                    CREATE SEQUENCE s; GRANT USAGE ON SEQUENCE s TO %s    | WRITES            | public.s
                    GRANT TRIGGER ON "Booking" TO %s                      | SETS_TRIGGERS     | public."Booking"
                    ALTER FUNCTION noop() OWNER TO %s                     | OWNS              | public.noop()
                    ALTER TYPE mood OWNER TO %s                           | OWNS              | type public.mood
                    ALTER DOMAIN word OWNER TO %s                         | OWNS              | type public.word
                    GRANT postgres TO %s                                  | SUPERUSER         | postgres
                    """)
    void whatever_more_than_reading_a_role_can_do_is_named(String sql, Kind kind, String example) {
        database.execute("CREATE FUNCTION noop() RETURNS integer LANGUAGE sql AS 'SELECT 1';"
                + " CREATE TYPE mood AS ENUM ('fine'); CREATE DOMAIN word AS text");
        database.execute(sql.formatted(role));
        assertThat(examined(asRole()).powers())
                .filteredOn(power -> power.kind() == kind)
                .singleElement()
                .satisfies(power -> assertThat(power.examples()).contains(example == null ? role : example));
    }

    @Test
    void a_right_that_is_new_is_asked_for_where_it_is() {
        assumeTrue(examined(database.url()).server().major() >= 17, "MAINTAIN came with PostgreSQL 17");
        database.execute("GRANT MAINTAIN ON \"Booking\" TO " + role);
        assertThat(examined(asRole()).powers())
                .containsExactly(new Power(Kind.MAINTAINS, 1, List.of("public.\"Booking\"")));
    }

    @Test
    void what_comes_with_an_object_is_not_owned_by_itself() {
        database.execute("CREATE TYPE pair AS (a int, b int); ALTER TYPE pair OWNER TO " + role);
        assertThat(examined(asRole()).powers()).containsExactly(new Power(Kind.OWNS, 1, List.of("type public.pair")));
    }

    @Test
    void a_role_that_is_read_only_by_default_alone_may_write() {
        database.execute("GRANT CREATE, USAGE ON SCHEMA public TO " + role + "; ALTER ROLE " + role
                + " SET default_transaction_read_only = on");
        assertThat(examined(asRole()).write()).isEqualTo(new WriteAttempt.Permitted());
    }

    @Test
    void a_write_that_is_permitted_leaves_nothing() throws SQLException {
        String before = catalog();
        assertThat(examined(database.url()).write()).isEqualTo(new WriteAttempt.Permitted());
        assertThat(catalog()).isEqualTo(before);
    }

    /** What holds even where a proxy gives each statement to another session. */
    @Test
    void the_write_is_undone_by_itself_outside_of_a_transaction_too() throws SQLException {
        String before = catalog();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET schemawatch.namespace = 'public'");
            assertThat(stateOf(statement, CatalogTransaction.text("write"))).isEqualTo("SW000");
            assertThat(connection.getAutoCommit()).isTrue();
        }
        assertThat(catalog()).isEqualTo(before);
    }

    @Test
    void the_write_waits_for_nobody_and_keeps_nobody_waiting() throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE \"Booking\", _prisma_migrations IN ACCESS EXCLUSIVE MODE;"
                    + " CREATE TYPE schemawatch_other; CREATE TABLE another (id int)");
            assertThat(examined(database.url()).write()).isEqualTo(new WriteAttempt.Permitted());
        }
    }

    @Test
    void no_write_is_tried_where_an_event_trigger_would_run() {
        database.execute("""
                CREATE TABLE fired (at timestamptz DEFAULT clock_timestamp());
                CREATE SEQUENCE fires;
                CREATE FUNCTION note() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN PERFORM nextval(''public.fires''); END';
                CREATE EVENT TRIGGER note ON ddl_command_start EXECUTE FUNCTION note()""");
        assertThat(examined(database.url()).write())
                .isEqualTo(new WriteAttempt.NotTried("event triggers would run with it"));
        database.execute("DO $$ BEGIN ASSERT NOT (SELECT is_called FROM fires); END $$; DROP EVENT TRIGGER note");
    }

    @Test
    void without_a_schema_to_write_to_nothing_is_tried() {
        database.execute("DROP SCHEMA public CASCADE");
        assertThat(examined(database.url()).write()).isInstanceOf(WriteAttempt.NotTried.class);
        database.execute("CREATE SCHEMA public");
    }

    @Test
    void names_of_any_kind_are_quoted() {
        database.execute("CREATE SCHEMA \"a \"\"b'$$ c\"; REVOKE ALL ON SCHEMA \"a \"\"b'$$ c\" FROM PUBLIC");
        Examined seen = examined(asRole() + "?schema=a%20%22b%27%24%24%20c");
        assertThat(seen.write()).isEqualTo(new WriteAttempt.Refused());
        assertThat(missing(seen)).containsExactly("GRANT USAGE ON SCHEMA \"a \"\"b'$$ c\" TO " + role + ";");
        assertThat(examined(database.url() + "?schema=a%20%22b%27%24%24%20c").write())
                .isEqualTo(new WriteAttempt.Permitted());
    }

    @Test
    void a_silent_server_is_given_up_at_the_deadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DatabaseCheckup checkup = DatabaseCheckup.start(
                    url("postgresql://a:canary-7f3a@127.0.0.1:" + silent.getLocalPort() + "/x"),
                    Path.of("."),
                    Duration.ofMillis(300));
            assertThat(checkup.await())
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            seen -> assertThat(seen.reason().message())
                                    .contains("within 0.3 s")
                                    .doesNotContain("canary-7f3a"));
        }
    }

    @Test
    void every_catalog_that_a_look_reads_is_among_those_that_may_be_missing() throws IOException {
        Path queries = Path.of("src/main/resources/dev/schemawatch/postgres");
        String asked = Files.readString(queries.resolve("needed_privileges.sql"));
        try (var files = Files.list(queries)) {
            Set<String> read = files.flatMap(file -> Pattern.compile("(?:FROM|JOIN) (pg_\\w+) ")
                            .matcher(read(file))
                            .results()
                            .map(match -> match.group(1)))
                    .filter(name -> !List.of("pg_roles", "pg_stat_ssl", "pg_language", "pg_event_trigger", "pg_proc")
                            .contains(name))
                    .collect(Collectors.toSet());
            assertThat(read)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(name -> assertThat(asked).contains("'" + name + "'"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code k8s/role.sql} as {@code psql} would run it. */
    private String documented() throws IOException {
        return Files.readString(Path.of("k8s/role.sql"))
                .replace(":'password'", "'x'")
                .replace(":\"DBNAME\"", database.name())
                .replaceAll("\\bschemawatch\\b", role);
    }

    /** Every type, relation and dependency there is, and the names of files. */
    private String catalog() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT (SELECT string_agg(t::text, ',' ORDER BY oid) FROM pg_type t)
                            || (SELECT string_agg(c.relname || ':' || c.relfilenode, ',' ORDER BY oid) FROM pg_class c)
                            || (SELECT count(*) FROM pg_depend)
                            || (SELECT count(*) FROM pg_namespace)""")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String stateOf(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "no error";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    /** The statements that grant what is missing. */
    private List<String> missing(Examined seen) {
        return seen.needed().stream()
                .filter(Checkup.Grant::missing)
                .map(grant -> grant.to(role))
                .toList();
    }

    private String asRole() {
        return database.url().replace("postgres@", role + "@");
    }

    private static Examined examined(String url) {
        return switch (DatabaseCheckup.start(url(url), Path.of("."), Duration.ofSeconds(10))
                .await()) {
            case Examined examined -> examined;
            case Unreachable unreachable ->
                throw new AssertionError(unreachable.reason().message());
        };
    }

    private static ConnectionUrl url(String text) {
        return switch (ConnectionUrl.parse(text)) {
            case ConnectionUrl.Parsed.Valid valid -> valid.url();
            case ConnectionUrl.Parsed.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
