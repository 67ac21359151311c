package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.CommandHarness.Result;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaHistory;
import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.workspace.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
class MigrationCommandTest {
    private static final String MIGRATIONS = "prisma/migrations/";
    private static final String INIT = "CREATE TABLE \"User\" (id integer PRIMARY KEY);\n";
    private static final String MAIL = "ALTER TABLE \"User\" ADD COLUMN email text;\n";

    @TempDir
    Path folder;

    private PostgresFixture.Database database;
    private CommandHarness command;

    @BeforeEach
    void start() {
        database = PostgresFixture.database();
        command = new CommandHarness(folder)
                .file("prisma/schema.prisma", """
                        datasource db {
                          provider = "postgresql"
                          url      = env("DATABASE_URL")
                        }

                        model User {
                          id Int @id
                        }
                        """)
                .file(MIGRATIONS + "20240101000000_init/migration.sql", INIT)
                .file(MIGRATIONS + "20240201000000_mail/migration.sql", MAIL)
                .file(MIGRATIONS + "01_rights.sql", "SELECT 1;\n")
                .variable("DATABASE_URL", database.url());
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void is_up_to_date_when_everything_is_applied() {
        applied("20240101000000_init", INIT);
        applied("20240201000000_mail", MAIL);
        Result result = command.run("migration", "status").endsWith(ExitStatus.CLEAN);
        assertThat(result.out())
                .contains("Database main: up to date, with 2 migrations applied.", "by-hand      01_rights");
        assertThat(result.err()).startsWith("Database main: 127.0.0.1:");
    }

    @Test
    void ends_with_2_while_migrations_are_pending() {
        applied("20240101000000_init", INIT);
        assertThat(command.run("migration", "status")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains("pending: 1 migration to apply; run npx prisma migrate deploy.");
    }

    @Test
    void everything_is_pending_where_no_history_is_kept() {
        assertThat(command.run("migration", "status")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains("pending: 2 migrations to apply;");
    }

    @Test
    void tells_a_pending_one_that_comes_before_an_applied_one() {
        applied("20240201000000_mail", MAIL);
        assertThat(command.run("migration", "status")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains("out-of-order 20240101000000_init", "1 of them before one that is applied already");
    }

    @Test
    void a_database_that_ran_something_else_has_diverged() {
        applied("20240101000000_init", INIT + "-- was longer\n");
        applied("20240201000000_mail", MAIL);
        applied("20240115000000_gone", "SELECT 1;");
        assertThat(command.run("migration", "status")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains(
                        "diverged: 1 applied migration edited since and 1 missing in the folder;",
                        "no      ?       missing      20240115000000_gone");
    }

    @Test
    void a_migration_that_never_finished_is_graver_than_all_else() {
        applied("20240115000000_gone", "SELECT 1;");
        database.execute("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', '00',"
                + " '20240201000000_mail')");
        assertThat(command.run("migration", "status")
                        .endsWith(ExitStatus.FINDINGS)
                        .out())
                .contains("failed: 1 migration never finished");
    }

    @Test
    void ends_with_1_when_the_database_cannot_be_looked_at() {
        command.variable("DATABASE_URL", "postgresql://nobody:canary-7f3a@127.0.0.1:1/none");
        Result result = command.run("migration", "status").endsWith(ExitStatus.FAILED);
        assertThat(result.out()).startsWith("Database main: ").doesNotContain("canary-7f3a");
    }

    @Test
    void programs_read_json_with_what_is_merged() throws IOException {
        new TreeFixture(folder).git("init", "-q", "-b", "main").git("add", ".").git("commit", "-qm", "first");
        command.file(MIGRATIONS + "20240301000000_new/migration.sql", "SELECT 1;\n")
                .file(MIGRATIONS + "20240101000000_init/migration.sql", INIT + "SELECT 2;\n");
        applied("20240101000000_init", INIT);
        String out = command.run("migration", "status", "--format", "json")
                .endsWith(ExitStatus.FINDINGS)
                .out();
        JsonNode entry = new ObjectMapper().readTree(out).at("/databases/0");
        assertThat(entry.at("/verdict").asText()).isEqualTo("diverged");
        assertThat(entry.at("/branch").asText()).isEqualTo("main");
        assertThat(entry.at("/migrations/0/state").asText()).isEqualTo("edited");
        assertThat(entry.at("/migrations/0/merged").asText()).isEqualTo("edited");
        assertThat(entry.at("/migrations/1/merged").asText()).isEqualTo("yes");
        assertThat(entry.at("/migrations/2/merged").asText()).isEqualTo("no");
    }

    @Test
    void a_new_script_gets_the_next_number_and_says_what_it_is_for() throws IOException {
        Result result = command.run("migration", "new", "Add search index").endsWith(ExitStatus.CLEAN);
        assertThat(result.out()).isEqualTo(MIGRATIONS + "02_Add_search_index.sql\n");
        assertThat(Files.readString(folder.resolve(MIGRATIONS + "02_Add_search_index.sql")))
                .startsWith("-- Add search index\n")
                .contains("IF NOT EXISTS");
    }

    @Test
    void a_new_script_never_takes_the_place_of_another() {
        command.run("migration", "new", "a").endsWith(ExitStatus.CLEAN);
        assertThat(command.run("migration", "new", "a")
                        .endsWith(ExitStatus.CLEAN)
                        .out())
                .isEqualTo(MIGRATIONS + "03_a.sql\n");
    }

    @Test
    void a_name_without_a_letter_is_refused() {
        assertThat(command.run("migration", "new", "../..")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .contains("NAME: the name needs a letter or a digit.");
    }

    private void applied(String name, String script) {
        database.execute(PrismaHistory.TABLE);
        database.execute(
                "INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)"
                        + " VALUES ('" + name + "', '"
                        + Fingerprint.of(script.getBytes(StandardCharsets.UTF_8))
                                .sha256() + "', now(), '" + name + "', 1)");
    }
}
