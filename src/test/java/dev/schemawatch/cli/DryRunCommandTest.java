package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.Program;
import java.io.IOException;
import java.nio.file.Files;
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

@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DryRunCommandTest {
    private static final String INIT = "prisma/migrations/20260101000000_init/migration.sql";
    private static final String NEXT = "prisma/migrations/20260102000000_next/migration.sql";
    private static final String LATER = "prisma/migrations/20260103000000_later/migration.sql";

    /** Everything in a database or on its server that a run could leave behind. */
    private static final String TRACES = """
            SELECT 'database ' || datname FROM pg_database WHERE datname LIKE 'schemawatch%'
            UNION ALL SELECT 'role ' || rolname FROM pg_roles WHERE rolname LIKE 'app%' OR rolname LIKE 'schemawatch_dry%'
            UNION ALL SELECT 'schema ' || nspname FROM pg_namespace
                      WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
            UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'
            UNION ALL SELECT 'relation ' || relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
            UNION ALL SELECT 'type ' || typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
            UNION ALL SELECT 'function ' || proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION ALL SELECT 'session ' || pid FROM pg_stat_activity WHERE application_name = 'schemawatch'
            """;

    /** What a server's databases share, as far as migrations were seen to change it. */
    private static final String SHARED = """
            SELECT datname || coalesce(datacl, acldefault('d', datdba))::text FROM pg_database
            WHERE datname NOT LIKE 'test%'
            UNION ALL SELECT rolname || rolconfig::text FROM pg_roles WHERE rolconfig IS NOT NULL
            """;

    private static final String CONTENTS = """
            SELECT 'cast ' || castsource::regtype::text || casttarget::regtype::text FROM pg_cast WHERE oid >= 16384
            UNION ALL SELECT 'language ' || lanname FROM pg_language
            UNION ALL SELECT 'default ' || defaclacl::text FROM pg_default_acl
            UNION ALL SELECT 'operator ' || oprname FROM pg_operator WHERE oid >= 16384
            UNION ALL SELECT 'family ' || opfname FROM pg_opfamily WHERE oid >= 16384
            UNION ALL SELECT 'configuration ' || cfgname FROM pg_ts_config WHERE cfgname = 'own'
            UNION ALL SELECT 'dictionary ' || dictname FROM pg_ts_dict WHERE dictname = 'own'
            UNION ALL SELECT 'template ' || tmplname FROM pg_ts_template WHERE oid >= 16384
            UNION ALL SELECT 'conversion ' || conname FROM pg_conversion WHERE conname = 'own'
            UNION ALL SELECT 'method ' || amname FROM pg_am WHERE oid >= 16384
            UNION ALL SELECT 'publication ' || pubname FROM pg_publication
            UNION ALL SELECT 'event ' || evtname FROM pg_event_trigger
            UNION ALL SELECT 'wrapper ' || fdwname FROM pg_foreign_data_wrapper
            UNION ALL SELECT 'object ' || oid FROM pg_largeobject_metadata
            """;

    private static final String RIGHTS = """
            SELECT nspname || pg_get_userbyid(nspowner) || obj_description(oid, 'pg_namespace')
              || (SELECT array_agg(acl::text ORDER BY acl::text) FROM unnest(nspacl) AS acl)::text
            FROM pg_namespace WHERE nspname = 'public'
            UNION ALL SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()
            """;

    @TempDir
    private Path folder;

    private PostgresFixture.Database database;
    private CommandHarness commands;

    @BeforeEach
    void prepare() {
        database = PostgresFixture.database();
        commands = new CommandHarness(folder)
                .file("prisma/schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id    Int  @id
                          email String
                          kind  Kind @default(PERSON)
                        }

                        enum Kind {
                          PERSON
                          ROBOT
                        }
                        """)
                .file(INIT, """
                        CREATE TYPE "Kind" AS ENUM ('PERSON', 'ROBOT');
                        CREATE TABLE "User" (id integer PRIMARY KEY, email text NOT NULL, kind "Kind" NOT NULL DEFAULT 'PERSON');
                        """)
                .file(NEXT, """
                        CREATE EXTENSION IF NOT EXISTS pgcrypto;
                        CREATE SCHEMA audit;
                        CREATE TABLE audit.log (id serial, "user" integer REFERENCES public."User" (id));
                        CREATE FUNCTION notice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
                        CREATE TRIGGER notice AFTER INSERT ON "User" FOR EACH ROW EXECUTE FUNCTION notice();
                        CREATE DOMAIN short AS text CHECK (length(value) < 9);
                        CREATE ROLE app_reader;
                        GRANT SELECT ON "User" TO app_reader;
                        """);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_database_made_on_a_server_is_gone_afterwards_with_the_roles_of_the_migrations() {
        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url());

        result.endsWith(ExitStatus.CLEAN);
        assertThat(result.out()).contains("2 migrations applied, in database 127.0.0.1:", "no drift in 1 table");
        nothingIsLeft();
    }

    @Test
    void a_given_database_is_left_empty() {
        CommandHarness.Result result = commands.run("dry-run", "--shadow-url", database.url());

        result.endsWith(ExitStatus.CLEAN);
        assertThat(result.out()).contains("emptied afterwards");
        nothingIsLeft();
    }

    @Test
    void a_given_database_is_left_empty_after_a_failure() {
        commands.file(LATER, "ALTER TABLE nobody ADD COLUMN x integer;");

        CommandHarness.Result result = commands.run("dry-run", "--shadow-url", database.url());

        result.endsWith(ExitStatus.FINDINGS);
        assertThat(result.out()).contains(LATER + ":1:1: error migration-does-not-apply");
        nothingIsLeft();
    }

    @Test
    void a_given_database_that_holds_something_is_refused_and_not_touched() {
        database.execute("CREATE TABLE precious (id integer)");

        CommandHarness.Result result = commands.run("dry-run", "--shadow-url", database.url());

        result.endsWith(ExitStatus.REFUSED);
        assertThat(result.err()).contains("is not empty", "TABLE public.precious");
        assertThat(traces()).containsExactlyInAnyOrder("relation precious", "type precious", "type _precious");
    }

    @Test
    void what_a_killed_run_has_left_is_removed_by_the_next() {
        database.execute("CREATE TABLE precious (id integer)");
        commands.run("dry-run", "--shadow-url", database.url()).endsWith(ExitStatus.REFUSED);
        database.execute("""
                CREATE SCHEMA schemawatch_dry_run;
                COMMENT ON SCHEMA schemawatch_dry_run IS
                'Schemawatch tries migrations in this database, and empties it of all but: public

                plpgsql'
                """);

        commands.run("dry-run", "--shadow-url", database.url()).endsWith(ExitStatus.CLEAN);

        nothingIsLeft();
    }

    @Test
    void the_database_itself_is_no_scratch_database_whatever_its_host_is_called() {
        commands.variable("DATABASE_URL", database.url());

        CommandHarness.Result result =
                commands.run("dry-run", "--shadow-url", database.url().replace("127.0.0.1", "localhost"));

        result.endsWith(ExitStatus.REFUSED);
        assertThat(result.err()).contains("is the database itself");
    }

    @Test
    void the_server_is_asked_where_the_urls_do_not_tell() {
        commands.variable("DATABASE_URL", database.url().replace("127.0.0.1", "0.0.0.0"));

        CommandHarness.Result result = commands.run("dry-run", "--shadow-url", database.url());

        result.endsWith(ExitStatus.REFUSED);
        assertThat(result.err()).contains("is the database itself (0.0.0.0:");
    }

    @Test
    void what_reaches_beyond_a_database_is_not_run_on_a_server_of_others() {
        commands.file(LATER, "DO $$ BEGIN EXECUTE 'ALTER  SYSTEM SET work_mem = 64'; END $$;");

        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url());

        result.endsWith(ExitStatus.REFUSED);
        assertThat(result.err()).contains(LATER + ":1:1: ALTER SYSTEM");
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REVOKE CONNECT ON DATABASE \"%s\" FROM PUBLIC;",
                "GRANT /* all */ ALL PRIVILEGES ON DATABASE %s TO PUBLIC;",
                "COMMENT ON DATABASE %s IS 'x';",
                "COMMENT -- on\n ON ROLE postgres IS 'x';",
                "SECURITY LABEL FOR x ON ROLE postgres IS 'x';",
                "GRANT pg_read_all_data TO pg_monitor;",
                "REVOKE ADMIN OPTION FOR pg_read_all_data FROM pg_monitor;",
                "GRANT SET ON PARAMETER work_mem TO pg_monitor;",
                "SELECT pg_create_physical_replication_slot('x');",
                "ALTER DATABASE %s SET work_mem = '64kB';",
                "ALTER ROLE postgres SET work_mem = '64kB';",
                "ALTER USER postgres VALID UNTIL 'infinity';",
                "DROP ROLE IF EXISTS nobody;",
                "CREATE TABLESPACE x LOCATION '/';",
                "DROP SUBSCRIPTION IF EXISTS x;",
                "REASSIGN OWNED BY pg_monitor TO postgres;",
                "DROP OWNED BY pg_monitor;",
                "PREPARE TRANSACTION 'x';",
                "DO $$ BEGIN ALTER /* not */ -- quite\n ROLE postgres SET work_mem = '64kB'; END $$;",
                "DO 'BEGIN EXECUTE $x$ALTER/**/ROLE postgres SET work_mem = 1$x$; END';",
                "SELECT pg_catalog.\"pg_terminate_backend\"(1);",
                "SELECT pg_catalog.U&\"pg_t\\0065rminate_backend\"(1);",
                "CREATE OPERATOR === (FUNCTION = pg_terminate_backend, RIGHTARG = integer);",
                "COPY \"User\" FROM $$/etc/passwd$$;",
                "UPDATE pg_catalog.pg_authid SET rolsuper = true;",
                "GRANT \"on\", pg_monitor TO PUBLIC;",
                "CREATE SERVER other FOREIGN DATA WRAPPER postgres_fdw OPTIONS (dbname 'postgres');",
                "SELECT query_to_xml('SELECT pg_terminate' || '_backend(1)', true, true, '');",
                "DO $$ BEGIN REVOKE CONNECT ON DATABASE %s FROM PUBLIC; END $$;",
                "DO $$ BEGIN EXECUTE 'GRANT pg_read_all_data TO pg_monitor'; END $$;"
            })
    void what_is_shared_by_the_databases_of_a_server_is_not_changed(String statement) {
        commands.file(LATER, statement.formatted(database.name()));

        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url());

        result.endsWith(ExitStatus.REFUSED);
        assertThat(result.err()).contains(LATER + ":1:1: ", "a PostgreSQL is started for the run alone");
    }

    @Test
    void rights_and_comments_within_a_database_are_tried_on_a_server_of_others() {
        commands.file(LATER, """
                GRANT SELECT, UPDATE (email) ON "User" TO PUBLIC;
                REVOKE UPDATE ON "User" FROM PUBLIC;
                COMMENT ON TABLE "User" IS 'we grant roles to people';
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
                """);

        commands.run("dry-run", "--server-url", database.url()).endsWith(ExitStatus.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server-url", "--shadow-url"})
    void what_is_put_together_at_run_time_has_no_rights_beyond_the_database(String option) {
        String rights = server(SHARED);
        for (String statement : List.of(
                "COPY \"User\" FROM PROGR'||'AM $p$touch /var/tmp/schemawatch-was-here$p$",
                "ALTER RO'||'LE postgres SET work_mem = $v$64kB$v$",
                "REVOKE CONNECT ON DATA'||'BASE postgres FROM PUBLIC",
                "RESET SESSION AUTHORI'||'ZATION; ALTER RO'||'LE postgres SET work_mem = $v$64kB$v$")) {
            commands.file(LATER, "DO $$ BEGIN EXECUTE '" + statement + "'; END $$;");

            CommandHarness.Result result = commands.run("dry-run", option, database.url());

            if (!statement.startsWith("REVOKE")) { // which does nothing but warn
                assertThat(result.endsWith(ExitStatus.FINDINGS).out()).contains("(42501)", "--trust-migrations");
            }
            nothingIsLeft();
        }
        assertThat(Path.of("/var/tmp/schemawatch-was-here")).doesNotExist();
        assertThat(server(SHARED)).isEqualTo(rights);
    }

    @Test
    void who_trusts_the_migrations_gives_them_the_rights_of_a_superuser() {
        commands.file(LATER, "SET session_replication_role = replica; SET session_replication_role = origin;");

        commands.run("dry-run", "--shadow-url", database.url()).endsWith(ExitStatus.FINDINGS);
        commands.run("dry-run", "--shadow-url", database.url(), "--trust-migrations")
                .endsWith(ExitStatus.CLEAN);
        nothingIsLeft();
    }

    @Test
    void owners_rights_and_comments_of_a_given_database_are_as_they_were() {
        database.execute(
                "GRANT CREATE ON SCHEMA public TO pg_monitor; COMMENT ON SCHEMA public IS E'ours,\nas it was'");
        String before = server(RIGHTS);
        commands.file(LATER, """
                GRANT ALL ON SCHEMA public TO PUBLIC;
                REVOKE ALL ON SCHEMA public FROM pg_monitor;
                COMMENT ON SCHEMA public IS 'theirs';
                """);

        commands.run("dry-run", "--shadow-url", database.url()).endsWith(ExitStatus.CLEAN);

        assertThat(server(RIGHTS)).isEqualTo(before);
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE CAST (text AS money) WITH INOUT;",
                "CREATE LANGUAGE own HANDLER plpgsql_call_handler;",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;",
                "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO pg_monitor;",
                "GRANT ALL ON SCHEMA public TO pg_monitor; COMMENT ON SCHEMA public IS 'theirs';",
                "DROP SCHEMA public CASCADE; CREATE SCHEMA public;",
                "CREATE OPERATOR === (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text);",
                "CREATE OPERATOR FAMILY own USING btree;",
                "CREATE TEXT SEARCH CONFIGURATION own (COPY = simple);",
                "CREATE TEXT SEARCH DICTIONARY own (TEMPLATE = simple);",
                "CREATE TEXT SEARCH TEMPLATE own (LEXIZE = dsimple_lexize);",
                "CREATE CONVERSION own FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;",
                "CREATE ACCESS METHOD own TYPE TABLE HANDLER heap_tableam_handler;",
                "CREATE PUBLICATION own FOR ALL TABLES;",
                "CREATE FUNCTION own() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                        + " CREATE EVENT TRIGGER own ON ddl_command_end EXECUTE FUNCTION own();",
                "CREATE FOREIGN DATA WRAPPER own; CREATE SERVER own FOREIGN DATA WRAPPER own;"
                        + " CREATE USER MAPPING FOR PUBLIC SERVER own;",
                "SELECT lo_create(4711);",
                "CREATE COLLATION own FROM \"C\"; CREATE AGGREGATE own (text) (SFUNC = textcat, STYPE = text);",
                "CREATE STATISTICS own ON id, email FROM \"User\"; CREATE TABLE part (id int) PARTITION BY RANGE (id);"
            })
    void a_given_database_is_left_without_anything_of_whatever_kind(String statements) {
        String before = server(CONTENTS) + server(RIGHTS);
        commands.file(LATER, statements);

        CommandHarness.Result result = commands.run("dry-run", "--shadow-url", database.url(), "--trust-migrations");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("emptied afterwards").doesNotContain("does-not-apply");
        nothingIsLeft();
        assertThat(server(CONTENTS) + server(RIGHTS)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "7.3.0, '2 migrations applied, then'",
        "7.4.0, '3 migrations applied,'",
        "^7.3.0, '3 migrations applied,'"
    })
    void a_release_of_prisma_before_7_4_sends_a_script_as_one_query(String release, String applied) {
        commands.file("package.json", "{\"devDependencies\": {\"prisma\": \"" + release + "\"}}")
                .file(LATER, "SELECT 1;\nCREATE INDEX CONCURRENTLY said ON \"User\" (email);\nDROP INDEX said;\n");

        assertThat(commands.run("dry-run", "--server-url", database.url()).out())
                .contains(applied);
    }

    @Test
    void an_extension_that_the_server_lacks_is_named_with_its_place() {
        commands.file(LATER, "\nCREATE EXTENSION IF NOT EXISTS unheard_of;");

        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url());

        result.endsWith(ExitStatus.FAILED);
        assertThat(result.err()).contains(LATER + ":2:1: unheard_of");
        nothingIsLeft();
    }

    @Test
    void a_trace_shows_locks_and_what_is_written_anew() {
        commands.file(LATER, """
                CREATE TABLE "Post" (id integer PRIMARY KEY, author integer);
                ALTER TABLE "Post" ADD FOREIGN KEY (author) REFERENCES "User" (id);
                CREATE INDEX "User_email_idx" ON "User" (email);
                ALTER TABLE "User" ALTER COLUMN id TYPE bigint;
                UPDATE "User" SET email = '';
                DROP INDEX "User_email_idx";
                ALTER TABLE "User" ALTER COLUMN id TYPE integer;
                DROP TABLE "Post";
                """);

        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url(), "--trace");

        result.endsWith(ExitStatus.CLEAN);
        assertThat(result.out().replaceAll("  [0-9.]+ m?s\n", "\n")).contains("""

                prisma/migrations/20260103000000_later/migration.sql
                  1: CREATE TABLE "Post" (id integer PRIMARY KEY, author integer)
                      creates public.Post
                      builds the index public.Post_pkey
                  2: ALTER TABLE "Post" ADD FOREIGN KEY (author) REFERENCES "User" (id)
                      locks SHARE ROW EXCLUSIVE    public.User: blocks writes
                  3: CREATE INDEX "User_email_idx" ON "User" (email)
                      builds the index public.User_email_idx
                  4: ALTER TABLE "User" ALTER COLUMN id TYPE bigint
                      locks ACCESS EXCLUSIVE       audit.log: blocks reads and writes
                      locks ACCESS EXCLUSIVE       public.User: blocks reads and writes
                      builds the index anew public.User_email_idx, public.User_pkey
                      writes all rows anew of public.User
                """);
        assertThat(result.out())
                .contains("      writes all rows anew of public.User\n", "      drops public.User_email_idx\n");
        nothingIsLeft();
    }

    @Test
    void a_trace_ends_where_the_migration_fails() {
        commands.file(LATER, "CREATE INDEX i ON \"User\" (email);\nSELECT nothing;");

        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url(), "--trace");

        result.endsWith(ExitStatus.FINDINGS);
        assertThat(result.out()).contains(LATER + ":2:8: error migration-does-not-apply", "locks SHARE ");
        nothingIsLeft();
    }

    @Test
    void a_failure_is_a_finding_with_a_place_in_every_report() throws IOException {
        commands.file(LATER, "SELECT 1;\n  SELECT nothing FROM nowhere;");

        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url(), "--format", "json");

        result.endsWith(ExitStatus.FINDINGS);
        JsonNode finding = new ObjectMapper().readTree(result.out()).at("/findings/0");
        assertThat(finding.toString()).contains("migration-does-not-apply", LATER, "\"line\":2");
    }

    @Test
    void programs_read_what_was_done_and_what_is_missing() throws IOException {
        commands.file(LATER, "ALTER TABLE \"User\" DROP COLUMN email;");

        CommandHarness.Result result = commands.run(
                "dry-run", "--server-url", database.url(), "--trace", "--format", "json", "--output", "ndjson=n");

        result.endsWith(ExitStatus.FINDINGS);
        JsonNode dryRun = new ObjectMapper().readTree(result.out()).at("/dryRun");
        assertThat(dryRun.at("/applied").asInt()).isEqualTo(3);
        assertThat(dryRun.at("/missing/0/sql").asText()).contains("ADD COLUMN \"email\"");
        assertThat(dryRun.at("/traces/0/statements/0/locks/0/mode").asText()).isEqualTo("ACCESS EXCLUSIVE");
        String[] lines = Files.readString(folder.resolve("n")).split("\n");
        assertThat(new ObjectMapper().readTree(lines[lines.length - 1]).at("/dryRun/missing/0/sql"))
                .isEqualTo(dryRun.at("/missing/0/sql"));
    }

    @Test
    void what_the_schema_does_not_say_is_traced_to_its_migration_even_when_a_function_made_it() throws IOException {
        commands.file(LATER, """
                ALTER TABLE "User" ADD COLUMN said text;
                DO $$ BEGIN EXECUTE format('CREATE INDEX %I ON "User" (email)', 'dynamic'); END $$;
                """)
                .file(
                        "prisma/migrations/20260104000000_last/migration.sql",
                        "ALTER TABLE \"User\" ADD COLUMN another text;");

        CommandHarness.Result text = commands.run("dry-run", "--server-url", database.url());

        text.endsWith(ExitStatus.FINDINGS);
        assertThat(text.out())
                .contains(
                        "  column public.User.said: " + LATER + ":1:31\n",
                        "  index public.User.dynamic: " + LATER + ":2:1\n",
                        "  column public.User.another: prisma/migrations/20260104000000_last/migration.sql:1:31\n");
        JsonNode makers = new ObjectMapper()
                .readTree(commands.run("dry-run", "--server-url", database.url(), "--format", "json")
                        .out())
                .at("/dryRun/makers");
        assertThat(makers).extracting(maker -> maker.at("/object").asText()).contains("public.User.dynamic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sarif", "junit", "github", "gitlab", "markdown"})
    void every_report_holds_what_fails_and_what_is_missing(String format) {
        commands.file(LATER, "SELECT 1;\n  SELECT nothing FROM nowhere;");
        assertThat(commands.run("dry-run", "--server-url", database.url(), "--format", format)
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains("migration-does-not-apply", "relation", "nowhere");

        commands.file(LATER, "ALTER TABLE \"User\" DROP COLUMN email;");
        assertThat(commands.run("dry-run", "--server-url", database.url(), "--format", format)
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains("column public.User.email is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown"})
    void every_report_says_that_nothing_could_be_tried(String format) {
        CommandHarness.Result result =
                commands.run("dry-run", "--shadow-url", "postgresql://u:canary-7f3a@127.0.0.1:1/x", "--format", format);

        result.endsWith(ExitStatus.FAILED);
        assertThat(result.out()).contains("127.0.0.1").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "markdown"})
    void no_report_shows_a_secret_of_a_script(String format) {
        commands.file(LATER, """
                CREATE ROLE app_writer PASSWORD 'canary-7f3a' LOGIN;
                CREATE ROLE app_auditor PASSWORD canary;
                """);

        CommandHarness.Result result =
                commands.run("dry-run", "--server-url", database.url(), "--trace", "--format", format);

        result.endsWith(ExitStatus.FINDINGS);
        assertThat(result.out()).contains("syntax error at or near").doesNotContain("canary");
    }

    @Test
    void a_caret_stands_where_it_would_without_stars() {
        commands.file(LATER, "CREATE ROLE app_writer PASSWORD 'canary-7f3a' NOWHERE;");

        CommandHarness.Result result = commands.run("dry-run", "--server-url", database.url());

        assertThat(result.out())
                .contains("> 1 | CREATE ROLE app_writer PASSWORD '***********' NOWHERE;\n"
                        + "    |                                               ^\n");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void a_signal_leaves_nothing_and_is_no_fault_of_a_migration(String signal, int status)
            throws IOException, InterruptedException {
        commands.file(LATER, "SELECT pg_sleep(3600);");
        Process process = Program.underTest()
                .start(
                        folder,
                        Map.of("PATH", System.getenv("PATH")),
                        folder.resolve("out"),
                        folder.resolve("err"),
                        "dry-run",
                        "--server-url",
                        database.url(),
                        "--format",
                        "json",
                        "--output",
                        "junit=tests.xml");
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        count("SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(3600);'") == 1);

        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(status);
        assertThat(folder.resolve("out")).content().doesNotContain("migration-does-not-apply", "must not end sessions");
        Path junit = folder.resolve("tests.xml");
        assertThat(Files.exists(junit) ? Files.readString(junit) : "").doesNotContain("migration-does-not-apply");
        nothingIsLeft();
    }

    /** A session that was closed is there for a moment still. */
    private void nothingIsLeft() {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(traces()).isEmpty());
    }

    private List<String> traces() {
        return database.ask(TRACES);
    }

    private String server(String sql) {
        return String.join(
                "\n", database.ask(sql).stream().map(String::valueOf).sorted().toList());
    }

    private int count(String sql) {
        return Integer.parseInt(database.ask(sql).getFirst());
    }
}
