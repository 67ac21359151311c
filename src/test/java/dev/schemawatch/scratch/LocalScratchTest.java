package dev.schemawatch.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.localserver.PostgresBinaries;
import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.migration.MadeObject;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.Observed;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.replay.ReplayPlan;
import dev.schemawatch.replay.Replayed;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a run leaves for the next, and what not. The scripts of each test are its own, by a comment that nobody else has. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class LocalScratchTest {
    private static final String TABLE = "CREATE TABLE t (id integer);";
    private static final String COLUMN = "ALTER TABLE t ADD COLUMN a text;";
    private static final String OTHER_COLUMN = "ALTER TABLE t ADD COLUMN b text;";

    private final String own = "-- " + UUID.randomUUID() + "\n";

    @Test
    void a_second_run_replays_nothing() throws IOException {
        assertThat(replay(TABLE, COLUMN)).isEqualTo(new Replayed(2, 0, Optional.empty(), List.of()));
        assertThat(replay(TABLE, COLUMN)).isEqualTo(new Replayed(2, 2, Optional.empty(), List.of()));
    }

    @Test
    void a_migration_more_is_the_only_one_that_runs() throws IOException {
        replay(TABLE, COLUMN);

        assertThat(replay(TABLE, COLUMN, OTHER_COLUMN).reused()).isEqualTo(2);
    }

    @Test
    void the_last_migration_may_be_edited_again_and_again() throws IOException {
        replay(TABLE, COLUMN);

        assertThat(replay(TABLE, OTHER_COLUMN).reused()).isEqualTo(1);
        assertThat(replay(TABLE, COLUMN + OTHER_COLUMN).reused()).isEqualTo(1);
    }

    @Test
    void an_edit_of_the_first_migration_has_all_of_them_run() throws IOException {
        replay(TABLE, COLUMN);

        assertThat(replay(TABLE + " ", COLUMN).reused()).isZero();
    }

    @Test
    void a_failed_migration_leaves_what_came_before_it() throws IOException {
        assertThat(replay(TABLE, "SELECT nothing;").failure()).isPresent();
        assertThat(replay(TABLE, COLUMN)).isEqualTo(new Replayed(2, 1, Optional.empty(), List.of()));
    }

    @Test
    void where_a_migration_makes_a_role_nothing_is_kept() throws IOException {
        String role = "CREATE ROLE app_" + UUID.randomUUID().toString().replace("-", "") + ";";
        replay(TABLE, role);

        assertThat(replay(TABLE, role)).isEqualTo(new Replayed(2, 0, Optional.empty(), List.of()));
    }

    @Test
    void runs_at_the_same_time_do_not_disturb_each_other() throws Exception {
        Callable<Replayed> run = () -> replay(TABLE, COLUMN);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Replayed>> runs = threads.invokeAll(List.of(run, run, run));
            for (Future<Replayed> each : runs) {
                assertThat(each.get().applied()).isEqualTo(2);
            }
        }
        assertThat(replay(TABLE, COLUMN).reused()).isEqualTo(2);
    }

    @Test
    void what_was_made_by_a_run_before_is_known_to_be_from_its_migration() throws IOException {
        String dynamic = "DO $$ BEGIN EXECUTE format('ALTER TABLE t ADD %I text', 'dynamic'); END $$;";
        replay(TABLE, dynamic, COLUMN);

        ReplayPlan plan = plan(TABLE, dynamic, COLUMN);
        try (Scratch scratch = LocalScratch.start(PostgresBinaries.find(), plan, MakerRecords.ofUser())) {
            assertThat(scratch.reused()).isEqualTo(3);
            assertThat(Makers.in(scratch, "public"))
                    .containsEntry(column("dynamic"), "20260101000001_m")
                    .containsEntry(column("a"), "20260101000002_m")
                    .containsEntry(new Makers.Made("TABLE", "public", "t", Optional.empty()), "20260101000000_m");
        }
    }

    /** An index is written anew with the type of its column: that is not by whom it was made. */
    @Test
    void what_a_change_of_type_writes_anew_keeps_its_maker() throws IOException {
        String index = "DO $$ BEGIN EXECUTE 'CREATE INDEX i' || ' ON t (a)'; END $$;";
        String type = "ALTER TABLE t ALTER COLUMN a TYPE varchar(9);";

        assertThat(made(TABLE + COLUMN, index, type)).containsExactly(new Observed.Made(index("i"), 1, 2, 3));
        assertThat(made(TABLE + COLUMN, index, "SELECT 1;" + type))
                .containsExactly(new Observed.Made(index("i"), 1, 2, 2));
    }

    @Test
    void what_is_renamed_keeps_its_maker_and_what_is_made_anew_does_not() throws IOException {
        String index = "DO $$ BEGIN EXECUTE 'CREATE INDEX i' || ' ON t (id)'; END $$;";

        assertThat(made(TABLE, index, "ALTER INDEX i RENAME TO j;"))
                .containsExactlyInAnyOrder(
                        new Observed.Made(index("i"), 1, 2, 2), new Observed.Made(index("j"), 1, 3, 3));
        assertThat(made(TABLE, index, "DROP INDEX i;", index))
                .containsExactlyInAnyOrder(
                        new Observed.Made(index("i"), 1, 2, 2), new Observed.Made(index("i"), 3, 4, 4));
    }

    @Test
    void what_a_script_says_is_not_seen_again() throws IOException {
        assertThat(made(TABLE + "SELECT 1;", "CREATE EXTENSION IF NOT EXISTS plpgsql;" + COLUMN))
                .isEmpty();
    }

    private static MadeObject index(String name) {
        return new MadeObject.Part(new SqlName(Optional.empty(), "t"), PartKind.INDEX, name);
    }

    private List<Observed.Made> made(String... scripts) throws IOException {
        replay(scripts);
        return MakerRecords.ofUser().of("public", false, plan(scripts).migrations()).stream()
                .flatMap(seen -> seen.made().stream())
                .toList();
    }

    private static Makers.Made column(String name) {
        return new Makers.Made("COLUMN", "public", "t", Optional.of(name));
    }

    @Test
    void the_server_is_gone_after_the_run() throws IOException {
        int port;
        try (Scratch scratch = LocalScratch.start(PostgresBinaries.find(), plan(TABLE), MakerRecords.ofUser())) {
            port = scratch.url().port();
        }

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
    }

    private Replayed replay(String... scripts) throws IOException {
        ReplayPlan plan = plan(scripts);
        try (Scratch scratch = LocalScratch.start(PostgresBinaries.find(), plan, MakerRecords.ofUser())) {
            return new MigrationReplay(scratch, plan, ReplayListener.NOBODY, MakerRecords.ofUser()).run();
        }
    }

    private ReplayPlan plan(String... scripts) {
        Stream<Migration> migrations = IntStream.range(0, scripts.length)
                .mapToObj(number -> new SourceFile(
                        "migrations/2026010100000" + number + "_m/migration.sql",
                        Content.of((own + scripts[number]).getBytes(StandardCharsets.UTF_8))))
                .flatMap(file -> MigrationFolder.migration("migrations", file).stream());
        return new ReplayPlan("public", migrations.toList(), Duration.ofSeconds(20), false, 0);
    }
}
