package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.CommandHarness;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaHistory;
import dev.schemawatch.workspace.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who made what no script says: what a dry run has seen is known to later commands. The scripts of each test are its own, by a
 * comment that nobody else has.
 */
@Tag("program")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MakersTest {
    private static final Path FIXTURES = Path.of("src/test/resources/makers");
    private static final String INIT = "prisma/migrations/20260101000000_init/migration.sql";
    private static final String GUARDS = "prisma/migrations/20260102000000_guards/migration.sql";
    private static final String NEXT = "prisma/migrations/20260103000000_next/migration.sql";
    private static final String BLOCK = GUARDS + ":4:1";

    @TempDir
    private Path folder;

    private PostgresFixture.Database database;
    private CommandHarness command;

    @BeforeEach
    void start() throws IOException {
        database = PostgresFixture.database();
        command = new CommandHarness(folder).variable("DATABASE_URL", database.url());
        copy(FIXTURES.resolve("by-block"), folder);
        write(INIT, read(INIT) + "-- " + UUID.randomUUID() + "\n");
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void drift_names_the_block_once_a_dry_run_has_seen_it() {
        deploy(INIT, GUARDS);
        assertThat(drift()).contains("Booking.note is not in the schema").doesNotContain("made by");

        dryRun();

        assertThat(drift()).containsPattern("Booking.note is not in the schema.*\\R.*\\R +made by +\\Q" + BLOCK);
    }

    @Test
    void drift_names_the_line_that_a_script_says_without_a_dry_run() throws IOException {
        write(GUARDS, "ALTER TABLE \"Booking\"\n  ADD COLUMN note text;\nCREATE TYPE mood AS ENUM ('ok');\n");
        deploy(INIT, GUARDS);

        assertThat(drift())
                .containsPattern("Booking.note is not in the schema.*\\R.*\\R +made by +\\Q" + GUARDS + ":2:14")
                .containsPattern("mood is not in the schema.*\\R.*\\R +made by +\\Q" + GUARDS + ":3:1");
    }

    @Test
    void what_was_edited_since_is_not_said_to_have_made_it() throws IOException {
        deploy(INIT, GUARDS);
        dryRun();
        write(INIT, read(INIT) + " ");

        assertThat(drift()).contains("Booking.note is not in the schema").doesNotContain("made by");
    }

    @Test
    void what_has_not_run_is_not_said_to_have_made_it() {
        deploy(INIT);
        database.execute("ALTER TABLE \"Booking\" ADD COLUMN note text");
        dryRun();

        assertThat(drift()).contains("Booking.note").doesNotContain("made by");
    }

    @Test
    void the_guard_names_what_a_block_has_made() throws IOException {
        next();
        assertThat(guarded()).isEmpty();
        Files.delete(folder.resolve(NEXT));
        dryRun();
        next();

        assertThat(guarded())
                .hasSize(4)
                .allMatch(line -> line.contains("was written by hand at " + BLOCK))
                .anyMatch(line -> line.contains("the index \"Booking_paid\" of \"Booking\""))
                .anyMatch(line -> line.contains("the trigger \"Booking_touch\" of \"Booking\""))
                .anyMatch(line -> line.contains("the check \"Booking_sane\" of \"Booking\""))
                .anyMatch(line -> line.contains("the column \"note\" of \"Booking\""));
    }

    @Test
    void the_guard_knows_also_when_the_dry_run_has_seen_the_drop() throws IOException {
        next();
        command.run("dry-run", "--server-url", database.url()).endsWith(ExitStatus.CLEAN);

        assertThat(guarded()).hasSize(4);
    }

    @Test
    void the_guard_says_nothing_once_an_earlier_script_may_have_made_it_anew() throws IOException {
        dryRun();
        write(
                "prisma/migrations/20260102120000_again/migration.sql",
                "DO $$ BEGIN EXECUTE 'DROP ' || 'INDEX \"Booking' || '_paid\"'; END $$;");
        next();

        assertThat(guarded()).isEmpty();
    }

    @Test
    void the_guard_knows_what_a_script_of_people_has_made() throws IOException {
        String script = read(GUARDS);
        Files.delete(folder.resolve(GUARDS));
        Files.delete(folder.resolve(GUARDS).getParent());
        write("prisma/migrations/01_guards.sql", script);
        dryRun();
        next();

        assertThat(guarded())
                .hasSize(4)
                .allMatch(line -> line.contains("was written by hand at prisma/migrations/01_guards.sql:4:1"));
    }

    /** A dry run of the default kind: with a server of its own, whose snapshots a second one begins with. */
    @Test
    void a_second_dry_run_knows_what_the_first_has_seen() throws IOException {
        command.run("dry-run").endsWith(ExitStatus.FINDINGS);
        write("prisma/migrations/20260102120000_more/migration.sql", "ALTER TABLE \"Booking\" ADD COLUMN extra text;");
        assertThat(command.run("dry-run").endsWith(ExitStatus.FINDINGS).out()).contains("of them from an earlier run");
        next();

        assertThat(guarded()).hasSize(4);
    }

    private String drift() {
        return command.run("drift").endsWith(ExitStatus.FINDINGS).out();
    }

    private void dryRun() {
        command.run("dry-run", "--server-url", database.url()).endsWith(ExitStatus.FINDINGS);
    }

    private void next() throws IOException {
        write(NEXT, Files.readString(FIXTURES.resolve("next.sql")));
    }

    /** What the drop guard says of it. */
    private List<String> guarded() {
        return command.run("check", "--all")
                .out()
                .lines()
                .filter(line -> line.contains("hand-written-object-dropped"))
                .toList();
    }

    private void deploy(String... migrations) {
        database.execute(PrismaHistory.TABLE);
        for (String path : migrations) {
            String script = read(path);
            database.execute(script);
            database.execute("INSERT INTO _prisma_migrations VALUES ('%s', '%s', now(), '%s', NULL, NULL, now(), 1)"
                    .formatted(UUID.randomUUID(), Fingerprint.of(script).sha256(), path.split("/")[2]));
        }
    }

    private String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String path, String text) {
        command.file(path, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
