package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.CommandHarness.Result;
import dev.schemawatch.support.PostgresFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A migration in Prisma's style, written from what the others come to. */
@Tag("program")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NewMigrationTest {
    private static final String MIGRATIONS = "prisma/migrations";
    private static final String INIT = MIGRATIONS + "/20260101000000_init/migration.sql";
    private static final String HEAD = """
            datasource db {
              provider = "postgresql"
              url      = env("DATABASE_URL")
            }
            """;

    @TempDir
    private Path folder;

    private PostgresFixture.Database server;
    private CommandHarness commands;

    @BeforeEach
    void prepare() {
        server = PostgresFixture.database();
        commands = new CommandHarness(folder)
                .file("prisma/schema.prisma", HEAD + """
                model User {
                  id    Int    @id
                  email String
                  posts Post[]
                }

                model Post {
                  id       Int  @id @default(autoincrement())
                  author   User @relation(fields: [authorId], references: [id])
                  authorId Int

                  @@index([authorId])
                }
                """)
                .file(
                        INIT,
                        "CREATE TABLE \"User\" (id integer, name text, CONSTRAINT \"User_pkey\" PRIMARY KEY (id));\n");
    }

    @AfterEach
    void drop() {
        server.close();
    }

    @Test
    void writes_what_is_missing_and_then_nothing_is() throws IOException {
        Result result = run("Add posts").endsWith(ExitStatus.CLEAN);

        assertThat(result.out()).matches(MIGRATIONS + "/\\d{14}_add_posts/migration\\.sql\n");
        assertThat(Files.readString(folder.resolve(result.out().strip()))).isEqualTo("""
                /*
                  Warnings:

                  - column public.User.name is not in the schema: data is lost
                  - column public.User.email is missing: fails when the table holds rows that do not fit

                */
                -- AlterTable
                ALTER TABLE "User" DROP COLUMN "name";

                -- CreateTable
                CREATE TABLE "Post" (
                    "id" SERIAL NOT NULL,
                    "authorId" integer NOT NULL,
                    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
                );

                -- AlterTable
                ALTER TABLE "User" ADD COLUMN "email" text NOT NULL;

                -- CreateIndex
                CREATE INDEX "Post_authorId_idx" ON "Post" ("authorId");

                -- AddForeignKey
                ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
                """);
        assertThat(folder.resolve(MIGRATIONS + "/migration_lock.toml"))
                .content()
                .contains("provider = \"postgresql\"");
        commands.run("dry-run", "--server-url", server.url()).endsWith(ExitStatus.CLEAN);
        assertThat(run("again").endsWith(ExitStatus.CLEAN).err()).contains("there is nothing to write");
        assertThat(migrations()).hasSize(2);
    }

    @Test
    void comes_after_a_migration_that_is_dated_later_than_now() {
        commands.file(MIGRATIONS + "/29991231235959_later/migration.sql", "SELECT 1;\n");

        assertThat(run("next").endsWith(ExitStatus.CLEAN).out())
                .isEqualTo(MIGRATIONS + "/30000101000000_next/migration.sql\n");
    }

    @Test
    void spares_an_index_that_somebody_has_written_by_hand() throws IOException {
        commands.file(INIT, """
                -- CreateTable
                CREATE TABLE "User" (id integer, email text, CONSTRAINT "User_pkey" PRIMARY KEY (id));
                -- CreateIndex
                CREATE INDEX "User_email_idx" ON "User" (email);

                CREATE INDEX by_hand ON "User" (email DESC);
                DO $$ BEGIN EXECUTE format('CREATE INDEX %I ON "User" (email, id)', 'by_function'); END $$;
                """)
                .file("prisma/schema.prisma", HEAD + "model User {\n  id Int @id\n  email String?\n}\n");

        String script = Files.readString(folder.resolve(
                run("drop index").endsWith(ExitStatus.CLEAN).out().strip()));

        assertThat(script).contains("-- DropIndex\nDROP INDEX \"User_email_idx\";\n");
        assertThat(script)
                .contains("by_hand", "it was written by hand in " + INIT + ":6:1")
                .contains("by_function")
                .doesNotContain("DROP INDEX \"by_");
    }

    @Test
    void a_value_that_is_added_and_used_takes_two_migrations() {
        commands.file(INIT, """
                CREATE TYPE "Kind" AS ENUM ('PERSON');
                CREATE TABLE "User" (id integer, kind "Kind" NOT NULL DEFAULT 'PERSON', CONSTRAINT "User_pkey" PRIMARY KEY (id));
                """).file("prisma/schema.prisma", HEAD + """
                enum Kind {
                  PERSON
                  ROBOT
                }

                model User {
                  id   Int  @id
                  kind Kind @default(ROBOT)
                }
                """);

        assertThat(run("robots").endsWith(ExitStatus.CLEAN).out().lines()).hasSize(2);
        commands.run("dry-run", "--server-url", server.url()).endsWith(ExitStatus.CLEAN);
    }

    @Test
    void nothing_is_written_while_another_migration_fails() throws IOException {
        commands.file(INIT, "SELECT nothing;\n");

        Result result = run("next").endsWith(ExitStatus.FINDINGS);

        assertThat(result.err()).contains(INIT + ":1:8: error migration-does-not-apply", "No migration is written");
        assertThat(migrations()).hasSize(1);
    }

    @Test
    void where_nothing_can_be_tried_an_empty_one_is_written_only_when_asked() throws IOException {
        Result refused = commands.run(
                        "migration", "new", "next", "--shadow-url", "postgresql://u:canary-7f3a@127.0.0.1:1/x")
                .endsWith(ExitStatus.FAILED);
        assertThat(refused.err()).contains("--empty").doesNotContain("canary");
        assertThat(migrations()).hasSize(1);

        Result asked = commands.run("migration", "new", "next", "--empty").endsWith(ExitStatus.CLEAN);
        assertThat(Files.readString(folder.resolve(asked.out().strip()))).startsWith("-- Nothing yet");
    }

    @Test
    void migrations_for_another_kind_of_database_get_no_company() throws IOException {
        commands.file(MIGRATIONS + "/migration_lock.toml", "provider = \"mysql\"\n");

        assertThat(run("next").endsWith(ExitStatus.REFUSED).err()).contains("migration_lock.toml");
        assertThat(migrations()).hasSize(1);
    }

    private Result run(String name) {
        return commands.run("migration", "new", name, "--server-url", server.url());
    }

    private List<Path> migrations() throws IOException {
        try (Stream<Path> children = Files.list(folder.resolve(MIGRATIONS))) {
            return children.filter(Files::isDirectory).toList();
        }
    }
}
