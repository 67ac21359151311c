package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What migrations can do to a server that others use, by roles and otherwise: nothing that stays. */
@Tag("program")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ContainedMigrationsTest {
    private static final String INIT = "prisma/migrations/20260101000000_init/migration.sql";
    private static final String NEXT = "prisma/migrations/20260102000000_next/migration.sql";

    /** What a server knows of its databases and roles. */
    private static final String SHARED = """
            SELECT 'database ' || datname || datconnlimit || datistemplate || pg_get_userbyid(datdba)
              || coalesce(shobj_description(oid, 'pg_database'), '')
              || (SELECT array_agg(acl::text ORDER BY acl::text) FROM unnest(coalesce(datacl, acldefault('d', datdba))) AS acl)::text
            FROM pg_database
            UNION ALL SELECT 'role ' || rolname || rolsuper || rolcreaterole || rolcreatedb || rolcanlogin FROM pg_roles
            UNION ALL SELECT 'member ' || roleid::regrole || ' ' || member::regrole FROM pg_auth_members
            UNION ALL SELECT 'setting ' || setdatabase || setrole || setconfig::text FROM pg_db_role_setting
            ORDER BY 1
            """;

    @TempDir
    private Path folder;

    private PostgresFixture.Database database;
    private CommandHarness commands;

    @BeforeEach
    void prepare() {
        database = PostgresFixture.database();
        database.execute("""
                CREATE ROLE manager LOGIN CREATEROLE CREATEDB;
                CREATE ROLE maker LOGIN CREATEDB;
                """);
        commands = new CommandHarness(folder)
                .file("prisma/schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id Int @id
                        }
                        """)
                .file(INIT, "CREATE TABLE \"User\" (id integer PRIMARY KEY);\n");
    }

    @AfterEach
    void drop() {
        database.execute("REASSIGN OWNED BY manager, maker TO postgres; DROP ROLE manager, maker;");
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE app_one LOGIN PASSWORD 'x;y'; GRANT SELECT ON \"User\" TO app_one; SET LOCAL ROLE app_one;",
                "CREATE USER app_one; CREATE GROUP app_two; GRANT CREATE ON SCHEMA public TO app_one;"
                        + " ALTER TABLE \"User\" OWNER TO app_one;",
                "DO $$ BEGIN CREATE ROLE app_one; EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                        + " GRANT SELECT ON \"User\" TO app_one;",
                "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_one') THEN\n"
                        + " CREATE ROLE app_one; END IF; EXECUTE 'CREATE ROLE app_two'; END $$;"
                        + " GRANT SELECT ON \"User\" TO app_one, app_two;"
            })
    void a_role_is_there_for_what_follows_and_gone_afterwards(String script) {
        commands.file(NEXT, script);
        database.execute("ALTER DATABASE %s OWNER TO manager".formatted(database.name()));
        List<String> before = database.ask(SHARED);

        for (String option : List.of("--server-url", "--shadow-url")) {
            commands.run("dry-run", option, database.url()).endsWith(ExitStatus.CLEAN);
            commands.run("dry-run", option, as("manager")).endsWith(ExitStatus.CLEAN);
            commands.run("dry-run", option, database.url(), "--trust-migrations")
                    .endsWith(ExitStatus.CLEAN);
            assertThat(database.ask(SHARED)).isEqualTo(before);
        }
        commands.run("dry-run").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void a_server_of_the_run_lets_migrations_do_with_roles_what_they_like_but_reach_no_program() {
        commands.file(NEXT, """
                DO $$ BEGIN
                    EXECUTE format('CREATE ROLE %I', 'app_one');
                    CREATE ROLE app_two;
                    ALTER ROLE app_two SET work_mem = '64kB';
                    GRANT app_one TO app_two;
                    DROP ROLE app_one;
                END $$;
                """);
        commands.run("dry-run").endsWith(ExitStatus.CLEAN);

        commands.file(NEXT, "GRANT pg_execute_server_program TO CURRENT_USER;");
        assertThat(commands.run("dry-run").endsWith(ExitStatus.FINDINGS).out()).contains("(42501)");
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE ROLE manager, 42710",
        "CREATE ROLE app_one NOWHERE, 42601",
        "CREATE ROLE pg_mine, 42939",
    })
    void a_role_that_cannot_be_made_is_a_finding(String statement, String state) {
        commands.file(NEXT, "SELECT 1;\n" + statement + ";\n");

        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url());

        assertThat(result.endsWith(ExitStatus.FINDINGS).out()).contains(NEXT + ":2:", "(" + state + ")");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres | ",
                "postgres | --trust-migrations",
                "manager  | ",
            })
    void the_roles_of_a_run_that_was_killed_are_removed_by_the_next(String role, String option)
            throws IOException, InterruptedException {
        commands.file(INIT, "CREATE TABLE \"User\" (id integer PRIMARY KEY); CREATE ROLE app_killed;");
        commands.file(NEXT, "SELECT pg_sleep(3600);");
        List<String> before = database.ask(SHARED);
        String[] command = option == null
                ? new String[] {"dry-run", "--server-url", as(role)}
                : new String[] {"dry-run", "--server-url", as(role), option};
        Process killed = Program.underTest()
                .start(
                        folder,
                        Map.of("PATH", System.getenv("PATH")),
                        folder.resolve("out"),
                        folder.resolve("err"),
                        command);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.ask("SELECT query FROM pg_stat_activity").contains("SELECT pg_sleep(3600);"));
        killed.destroyForcibly().waitFor();
        assertThat(database.ask("SELECT rolname FROM pg_roles")).contains("app_killed");

        commands.file(NEXT, "SELECT 1;");
        commands.file(INIT, "CREATE TABLE \"User\" (id integer PRIMARY KEY);");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            commands.run(command).endsWith(ExitStatus.CLEAN);
            assertThat(database.ask(SHARED)).isEqualTo(before);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER DATA'||'BASE %s SET search_path = public, pg_catalog",
                "ALTER DATA'||'BASE %s SET statement_timeout = 1",
                "ALTER DATA'||'BASE %s SET default_transaction_read_only = on",
                "ALTER DATA'||'BASE %s IS_TEMPLATE true",
                "ALTER DATA'||'BASE %s CONNECTION LIMIT 1",
                "COMMENT ON DATA'||'BASE %s IS $c$theirs$c$",
                "REVOKE ALL ON DATA'||'BASE %s FROM PUBLIC"
            })
    void what_is_said_of_the_scratch_database_is_not_left(String statement) {
        database.execute("ALTER DATABASE %1$s SET search_path = public, \"Own\"; COMMENT ON DATABASE %1$s IS 'ours'"
                .formatted(database.name()));
        List<String> before = database.ask(SHARED);
        for (String option : List.of("--server-url", "--shadow-url")) {
            commands.file(
                    NEXT,
                    "DO $$ BEGIN EXECUTE '" + statement.formatted("'||quote_ident(current_database())||'")
                            + "'; END $$;");

            commands.run("dry-run", option, database.url()).endsWith(ExitStatus.CLEAN);

            assertThat(database.ask(SHARED)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server-url", "--shadow-url"})
    void nothing_that_a_migration_has_named_like_something_of_postgresql_runs_for_others(String option) {
        commands.file(NEXT, """
                CREATE FUNCTION public.stolen() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN
                    IF (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = session_user) THEN
                        EXECUTE 'CREATE RO'||'LE stolen';
                    END IF;
                END $f$;
                CREATE FUNCTION public.unnest(text[]) RETURNS SETOF text LANGUAGE plpgsql AS $f$ BEGIN
                    PERFORM public.stolen();
                    RETURN QUERY SELECT pg_catalog.unnest($1);
                END $f$;
                CREATE FUNCTION public.format(text, name) RETURNS text LANGUAGE plpgsql AS $f$ BEGIN
                    PERFORM public.stolen();
                    RETURN pg_catalog.format($1, $2);
                END $f$;
                CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
                """);
        List<String> before = database.ask(SHARED);

        commands.run("dry-run", option, database.url()).endsWith(ExitStatus.CLEAN);

        assertThat(database.ask(SHARED)).isEqualTo(before);
    }

    @Test
    void a_role_that_makes_roles_and_databases_does_not_lend_its_rights() {
        database.execute("CREATE DATABASE precious OWNER manager");
        List<String> before = database.ask(SHARED);
        try {
            for (String statement : List.of(
                    "DROP DATA'||'BASE precious",
                    "ALTER DATA'||'BASE precious CONNECTION LIMIT 1",
                    "ALTER RO'||'LE manager PASSWORD $p$x$p$",
                    "SET RO'||'LE manager")) {
                commands.file(NEXT, "DO $$ BEGIN EXECUTE '" + statement + "'; END $$;");

                CommandHarness.Result result = commands.run("dry-run", "--server-url", as("manager"));

                assertThat(result.endsWith(ExitStatus.FINDINGS).out()).containsAnyOf("(42501)", "(25001)");
            }
            assertThat(database.ask(SHARED)).isEqualTo(before);
        } finally {
            database.execute("DROP DATABASE precious");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXECUTE 'ALTER RO' || 'LE maker PASSWORD NULL';",
                "EXECUTE format('ALTER %I maker PASSWORD NULL', 'role');",
                "EXECUTE format('%I ROLE maker PASSWORD NULL', 'alter');",
                "EXECUTE format('%s', 'DROP DATA' || 'BASE precious');",
                "EXECUTE format('%1$s', 'DROP DATA' || 'BASE precious');",
                "EXECUTE format('SELECT %I(1)', 'pg_terminate' || '_backend');",
                "EXECUTE format('SELECT 1') || 'x';",
                "EXECUTE 'a''; z'' ' || 'x';",
                "EXECUTE E'ALTER RO\\x4cE maker PASSWORD NULL';",
                "EXECUTE U&'ALTER RO\\004cE maker PASSWORD NULL';",
                "SET LOCAL standard_conforming_strings = off; EXECUTE 'ALTER RO\\x4cE maker PASSWORD NULL';",
                "EXECUTE translate('ALTER QOLE', 'Q', 'R');",
                "FOR i IN EXECUTE 'SELECT pg_terminate' || '_backend(1)' LOOP NULL; END LOOP;",
                "EXECUTE 'DO $i$ BEGIN EXECUTE chr(65); END $i$';"
            })
    void what_cannot_be_read_is_not_run_by_a_role_that_could_do_harm_elsewhere(String statement) {
        commands.file(NEXT, "DO $$ BEGIN " + statement + " END $$;");

        CommandHarness.Result result = commands.run("dry-run", "--server-url", as("maker"));

        assertThat(result.endsWith(ExitStatus.REFUSED).err()).contains(NEXT + ":1:1: ", "CREATEROLE");
        assertThat(database.ask(SHARED)).noneMatch(line -> line.contains("schemawatch"));
    }

    @Test
    void names_and_constants_may_be_put_into_a_statement_by_any_role() {
        commands.file(NEXT, """
                DO $$ BEGIN
                    EXECUTE 'CREATE TABLE a (id integer)';
                    EXECUTE format('CREATE TABLE %I.%I (id integer DEFAULT %L)', 'public', 'b', 1);
                    EXECUTE format('CREATE INDEX %1$I ON %2$I (id)', 'c', 'b');
                    EXECUTE format('ALTER TABLE %I ADD COLUMN %I text', 'b', 'd');
                    EXECUTE format('INSERT INTO %I (id) VALUES ($1)', 'b') USING 1;
                    EXECUTE format('GRANT SELECT ON %I TO PUBLIC', 'b');
                    EXECUTE format('DROP TABLE %I CASCADE', 'a');
                    DROP TABLE b;
                END $$;
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER t AFTER INSERT ON "User" FOR EACH ROW EXECUTE FUNCTION f();
                """);

        commands.run("dry-run", "--server-url", as("maker")).endsWith(ExitStatus.CLEAN);
    }

    private String as(String role) {
        return database.url().replace("postgres@", role + "@");
    }
}
