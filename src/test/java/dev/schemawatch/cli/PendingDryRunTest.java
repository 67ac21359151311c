package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PgDump;
import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.PrismaHistory;
import dev.schemawatch.support.Rows;
import dev.schemawatch.workspace.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is pending, on top of a copy of a live database. The live server is one whose {@code pg_dump} this machine has, and asks for
 * a password.
 */
@Tag("program")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PendingDryRunTest {
    private static final String PASSWORD = "s3cret-of-the-live-database";
    private static final String INIT = "CREATE TABLE \"User\" (id integer PRIMARY KEY);\n";
    private static final String NEXT = "prisma/migrations/20260102000000_next/migration.sql";

    /** Every write makes a new version of a row of the catalog, or of a table. */
    private static final String VERSIONS = """
            SELECT 'class ' || oid || ' ' || xmin FROM pg_class UNION ALL SELECT 'attribute ' || attrelid || ' ' || xmin FROM pg_attribute
            UNION ALL SELECT 'type ' || oid || ' ' || xmin FROM pg_type UNION ALL SELECT 'proc ' || oid || ' ' || xmin FROM pg_proc
            UNION ALL SELECT 'role ' || oid || ' ' || xmin FROM pg_authid UNION ALL SELECT 'database ' || oid FROM pg_database
            UNION ALL SELECT 'row ' || id || xmin FROM "_prisma_migrations" ORDER BY 1
            """;

    private static LocalServer live;

    @TempDir
    private Path folder;

    private CommandHarness commands;

    @BeforeAll
    static void start() throws IOException {
        Optional<PostgresBinaries> installed = PostgresBinaries.installed();
        assumeThat(installed)
                .as("PostgreSQL is installed on this machine, with pg_dump")
                .isPresent();
        live = LocalServer.start(installed.get(), PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (live != null) {
            live.close();
        }
    }

    @BeforeEach
    void prepare() {
        execute("DROP SCHEMA IF EXISTS extra CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        execute("DROP ROLE IF EXISTS live_reader");
        execute(INIT
                + PrismaHistory.TABLE
                + """
                INSERT INTO _prisma_migrations VALUES
                  ('1', '%s', now(), '20260101000000_init', NULL, NULL, '2026-01-01 00:00:00Z', 1);
                """.formatted(Fingerprint.of(INIT.getBytes(StandardCharsets.UTF_8))
                        .sha256()));
        commands = new CommandHarness(folder)
                .variable("DATABASE_URL", live.url("postgres"))
                .variable("PATH", System.getenv("PATH"))
                .file("prisma/schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id    Int     @id
                          email String?
                        }
                        """)
                .file("prisma/migrations/20260101000000_init/migration.sql", INIT)
                .file(NEXT, "SELECT 1;\nALTER TABLE \"User\" ADD COLUMN \"email\" TEXT;\n");
    }

    @Test
    void only_what_is_pending_is_applied() {
        CommandHarness.Result result = commands.run("dry-run", "--pending");

        result.endsWith(ExitStatus.CLEAN);
        assertThat(result.out()).contains("1 migration applied to a copy of database main, in PostgreSQL");
    }

    @Test
    void what_a_migration_alters_that_the_copy_held_is_traced_to_its_line() {
        execute("ALTER TABLE \"User\" ADD COLUMN email text");
        commands.file(NEXT, "SELECT 1;\nALTER TABLE \"User\" ALTER COLUMN \"email\" TYPE VARCHAR(10);\n");

        CommandHarness.Result text = commands.run("dry-run", "--pending");
        CommandHarness.Result json = commands.run("dry-run", "--pending", "--format", "json");

        assertThat(text.endsWith(ExitStatus.FINDINGS).out()).contains("column public.User.email: " + NEXT + ":2:1\n");
        assertThat(json.out()).contains("\"makers\"", "\"line\":2");
    }

    @Test
    void a_column_that_somebody_has_added_by_hand_is_in_the_way() {
        execute("ALTER TABLE \"User\" ADD COLUMN email text");

        CommandHarness.Result result = commands.run("dry-run", "--pending");

        result.endsWith(ExitStatus.FINDINGS);
        assertThat(result.out())
                .contains(
                        NEXT + ":2:1: error migration-does-not-apply",
                        "column \"email\" of relation \"User\" already exists");
        commands.run("dry-run").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void what_the_live_database_has_beside_tables_is_there() {
        execute("""
                CREATE SCHEMA extra;
                CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA extra;
                CREATE ROLE live_reader;
                CREATE TYPE extra.kind AS ENUM ('A');
                CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * x';
                CREATE FUNCTION late() RETURNS integer LANGUAGE sql AS 'SELECT count(*)::integer FROM public."User"';
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                CREATE TRIGGER touch BEFORE UPDATE ON "User" FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE VIEW ids AS SELECT id FROM "User";
                ALTER TABLE "User" ENABLE ROW LEVEL SECURITY;
                CREATE POLICY mine ON "User" TO live_reader USING (id = 1);
                """);
        commands.file(NEXT, """
                ALTER TABLE "User" ADD COLUMN "email" TEXT, ADD COLUMN kind extra.kind, ADD COLUMN twice integer
                  GENERATED ALWAYS AS (twice(id)) STORED;
                DROP TRIGGER touch ON "User";
                DROP POLICY mine ON "User";
                GRANT SELECT ON ids TO live_reader;
                SELECT extra.digest('x', 'md5');
                INSERT INTO "User" (id) VALUES (1);
                SELECT 1 / (late() + 0);
                SELECT 1 / (SELECT count(*) FROM _prisma_migrations WHERE migration_name = '20260101000000_init');
                ALTER TABLE "User" DROP COLUMN kind, DROP COLUMN twice;
                """);

        commands.run("dry-run", "--pending").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void the_live_database_is_only_read() {
        List<String> before = ask(VERSIONS);

        commands.run("dry-run", "--pending").endsWith(ExitStatus.CLEAN);

        assertThat(ask(VERSIONS)).isEqualTo(before);
    }

    @Test
    void a_live_database_without_history_is_not_tried() {
        execute("DROP TABLE _prisma_migrations");

        CommandHarness.Result result = commands.run("dry-run", "--pending");

        result.endsWith(ExitStatus.FAILED);
        assertThat(result.err()).contains("P3005", "prisma migrate resolve --applied");
    }

    @Test
    void a_password_that_is_wrong_is_not_told() {
        CommandHarness.Result result = commands.variable(
                        "DATABASE_URL", live.url("postgres").replace(PASSWORD, "not-" + PASSWORD))
                .run("dry-run", "--pending");

        result.endsWith(ExitStatus.FAILED);
        assertThat(result.out() + result.err()).doesNotContain(PASSWORD);
    }

    @Test
    void a_lock_on_a_table_is_not_waited_for_until_the_end() throws SQLException {
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE \"User\" IN ACCESS EXCLUSIVE MODE");

            CommandHarness.Result result = commands.run("dry-run", "--pending");

            result.endsWith(ExitStatus.FAILED);
            assertThat(result.err()).contains("LOCK TABLE", "nobody locks a table");
        }
    }

    @Test
    void a_server_that_is_newer_than_every_pg_dump_is_said() {
        assertThatThrownBy(() -> PgDump.reading(99))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("needs pg_dump of PostgreSQL 99 or newer")
                .hasMessageContaining("postgresql-client-99");
    }

    private static void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ask(String sql) {
        try (Connection connection = connect()) {
            return Rows.texts(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + live.port() + "/postgres", LocalServer.USER, PASSWORD);
    }
}
