package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PlanCommandTest {
    private static final String TABLES = """
            CREATE TABLE "User" (id integer NOT NULL, email text, CONSTRAINT "User_pkey" PRIMARY KEY (id));
            """;

    @TempDir
    private Path folder;

    private PostgresFixture.Database database;
    private CommandHarness command;

    @BeforeEach
    void start() {
        database = PostgresFixture.database();
        command = new CommandHarness(folder).file("prisma/schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id    Int    @id
                          email String
                        }
                        """).variable("DATABASE_URL", database.url());
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void prints_statements_with_their_reason_and_what_they_lock_and_runs_none() {
        database.execute(TABLES);
        CommandHarness.Result first = command.run("plan").endsWith(ExitStatus.FINDINGS);
        assertThat(first.out()).isEqualTo("""
                        -- Database main: 1 statement brings it closer to the schema. Nothing was run.

                        -- column public.User.email: nullability is nullable, expected is not null
                        --   ACCESS EXCLUSIVE lock on the table: reads and writes wait
                        --   every row is read while the lock is held
                        --   fails when the table holds rows that do not fit
                        ALTER TABLE "public"."User" ALTER COLUMN "email" SET NOT NULL;

                        """);
        assertThat(command.run("plan").out()).isEqualTo(first.out());
    }

    @Test
    void what_it_prints_can_be_run_and_then_there_is_nothing_to_do() {
        String script = command.run("plan").endsWith(ExitStatus.FINDINGS).out();
        database.execute(script);
        assertThat(command.run("plan").endsWith(ExitStatus.CLEAN).out())
                .isEqualTo("-- Database main: there is nothing to do.\n");
    }

    @Test
    void what_it_prints_can_be_run_as_one_transaction() {
        database.execute("CREATE TABLE old (id integer); CREATE TABLE \"User\" (id bigint PRIMARY KEY, name text);"
                + " CREATE INDEX i ON \"User\" (name)");
        String script = command.run("plan", "--destructive")
                .endsWith(ExitStatus.FINDINGS)
                .out();

        database.execute("BEGIN;\n" + script + "COMMIT;");

        command.run("plan", "--destructive").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void says_where_a_value_that_was_added_needs_a_commit_before_it_is_used() throws IOException {
        command.file("prisma/schema.prisma", """
                datasource db {
                  provider = "postgresql"
                  url      = env("DATABASE_URL")
                }

                enum Kind {
                  PERSON
                  ROBOT
                }

                model User {
                  id   Int  @id
                  kind Kind @default(ROBOT)
                }
                """);
        database.execute("CREATE TYPE \"Kind\" AS ENUM ('PERSON');"
                + " CREATE TABLE \"User\" (id integer, kind \"Kind\" NOT NULL DEFAULT 'PERSON',"
                + " CONSTRAINT \"User_pkey\" PRIMARY KEY (id))");
        String script = command.run("plan", "--format", "sql").out();
        assertThat(new ObjectMapper()
                        .readTree(command.run("plan", "--format", "json").out())
                        .at("/databases/0/oneTransaction")
                        .asBoolean(true))
                .isFalse();

        assertThatThrownBy(() -> database.execute("BEGIN;\n" + script + "COMMIT;"))
                .hasMessageContaining("unsafe use of new value");
        assertThat(script).contains("Not as one transaction");
        database.execute("BEGIN;\n" + script.replaceAll("-- Not as one transaction.*", "COMMIT; BEGIN;") + "COMMIT;");

        command.run("plan").endsWith(ExitStatus.CLEAN);
    }

    @Test
    void drops_only_when_asked() {
        database.execute(TABLES + "ALTER TABLE \"User\" ALTER email SET NOT NULL; ALTER TABLE \"User\" ADD old text;");
        assertThat(command.run("plan", "--format", "sql")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .isEqualTo("""
                        -- Left out:
                        --   column public.User.old is not in the schema: it is kept, unless --destructive asks to drop it
                        """);
        assertThat(command.run("plan", "--format", "sql", "--destructive")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .isEqualTo("ALTER TABLE \"public\".\"User\" DROP COLUMN \"old\";\n");
    }

    @Test
    void is_read_by_programs_as_json() throws IOException {
        database.execute(TABLES);
        JsonNode plan = new ObjectMapper()
                .readTree(command.run("plan", "--format", "json")
                        .endsWith(ExitStatus.FINDINGS)
                        .out());
        assertThat(plan.at("/databases/0/statements/0/sql").asText()).endsWith("SET NOT NULL");
        assertThat(plan.at("/databases/0/statements/0/hazards"))
                .extracting(JsonNode::asText)
                .containsExactly("access_exclusive_lock", "table_scan", "fails_on_some_rows");
    }

    @Test
    void names_what_pending_migrations_are_about_to_do() {
        database.execute(TABLES);
        command.file(
                "prisma/migrations/20260101000000_email/migration.sql",
                "ALTER TABLE \"User\" ALTER COLUMN \"email\" SET NOT NULL;");
        database.execute(PrismaHistory.TABLE);
        assertThat(command.run("plan").endsWith(ExitStatus.FINDINGS).out())
                .contains("still to be applied", "20260101000000_email", "apply them, then plan again");
    }

    @Test
    void ends_with_1_when_the_database_cannot_be_looked_at() {
        CommandHarness.Result result = command.variable("DATABASE_URL", "postgresql://u:canary-7f3a@127.0.0.1:1/x")
                .run("plan");
        assertThat(result.endsWith(ExitStatus.FAILED).err()).contains("Database main was not compared:");
        assertThat(result.out()).doesNotContain("canary-7f3a");
        assertThat(result.out().lines()).allMatch(line -> line.startsWith("--"));
    }
}
