package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.engine.Evaluation;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.replay.ReplayRules;
import dev.schemawatch.support.TreeFixture;
import dev.schemawatch.watch.Noticed;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WorkspaceScanner;
import dev.schemawatch.workspace.ChangeSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events are posted before the loop runs on the test's own thread, so nothing here waits. */
class RunLoopTest {
    private static final String SCHEMA = "prisma/schema.prisma";
    private static final WatchedDatabase AWAY =
            new WatchedDatabase(Optional.empty(), "public", new Unavailable(Reason.CONNECT, "refused"));

    @TempDir
    private Path folder;

    private final Recorder recorder = new Recorder();
    private final LoopProgress progress = new LoopProgress();
    private final List<Inputs> evaluated = new ArrayList<>();
    private final List<LoopProgress.Phase> phases = new ArrayList<>();

    @BeforeEach
    void make() {
        new TreeFixture(folder).write(SCHEMA, "datasource db {\n}\n");
    }

    @Test
    void checks_everything_at_the_start() {
        run(loop());

        assertThat(recorder.runs).singleElement().satisfies(run -> {
            assertThat(run.trigger().words()).isEqualTo("started");
            assertThat(run.past().outcome()).isEmpty();
        });
    }

    @Test
    void a_change_leads_to_a_run_that_knows_the_outcome_before() {
        RunLoop loop = loop();
        loop.post(new DaemonEvent.Said("edit"));
        loop.post(changed(SCHEMA));
        run(loop);

        assertThat(recorder.runs).hasSize(2);
        assertThat(recorder.runs.getLast().trigger().words()).isEqualTo(SCHEMA + " changed");
        assertThat(recorder.runs.getLast().past().outcome())
                .contains(recorder.runs.getFirst().current());
        assertThat(recorder.runs.getLast().sinceChange()).isPresent();
    }

    @Test
    void a_change_of_the_root_has_words() {
        Trigger trigger = new Trigger.Files(new Noticed(
                new ChangeSet(new TreeSet<>(List.of("", SCHEMA)), true), Noticed.Cause.CHANGE, System.nanoTime()));

        assertThat(trigger.words()).isEqualTo("the folder itself and 1 more changed");
    }

    @Test
    void a_touch_without_a_change_leads_to_no_run() {
        RunLoop loop = loop();
        loop.post(changed(SCHEMA));
        run(loop);

        assertThat(recorder.runs).hasSize(1);
        assertThat(recorder.unchanged).hasSize(1);
    }

    @Test
    void an_edit_is_compared_with_the_database_as_it_was_last_seen() {
        RunLoop loop = loop();
        loop.post(new DaemonEvent.DatabasePolled("main", AWAY, Duration.ZERO));
        loop.post(new DaemonEvent.Said("edit"));
        loop.post(changed(SCHEMA));
        run(loop);

        assertThat(evaluated).hasSize(3);
        assertThat(evaluated.getLast().databases()).containsEntry("main", AWAY);
    }

    @Test
    void goes_on_after_a_run_that_broke() {
        RunLoop loop = loop((inputs, memo) -> {
            if (inputs.databases().isEmpty()) {
                throw new IllegalStateException("broken");
            }
            return evaluate(inputs, memo);
        });
        loop.post(new DaemonEvent.DatabasePolled("main", AWAY, Duration.ZERO));
        run(loop);

        assertThat(recorder.faults)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("broken");
        assertThat(recorder.runs).hasSize(1);
    }

    @Test
    void goes_on_after_a_run_that_left_no_stack() {
        RunLoop loop = loop((inputs, memo) -> {
            if (inputs.databases().isEmpty()) {
                throw new StackOverflowError();
            }
            return evaluate(inputs, memo);
        });
        loop.post(new DaemonEvent.DatabasePolled("main", AWAY, Duration.ZERO));
        run(loop);

        assertThat(recorder.faults).singleElement().isInstanceOf(StackOverflowError.class);
        assertThat(recorder.runs).hasSize(1);
    }

    @Test
    void says_when_it_runs_and_when_it_has_stopped() {
        RunLoop loop = loop();
        loop.post(new DaemonEvent.Said("look at the phase"));
        phases.add(progress.phase());
        run(loop);
        phases.add(progress.phase());

        assertThat(phases)
                .containsExactly(LoopProgress.Phase.STARTING, LoopProgress.Phase.RUNNING, LoopProgress.Phase.STOPPED);
    }

    @Test
    void what_a_trial_of_the_migrations_found_is_among_the_findings_until_the_next() {
        Finding finding = ReplayRules.FAILS.at(Location.InFile.whole("a.sql"), "a", "it fails");
        RunLoop loop = loop();
        loop.post(new DaemonEvent.MigrationsTried(
                new MigrationTrial.Tried(List.of(finding), new TreeMap<>(), "tried 1 migration")));
        loop.post(new DaemonEvent.DatabasePolled("main", AWAY, Duration.ZERO));
        loop.post(new DaemonEvent.MigrationsTried(
                new MigrationTrial.Tried(List.of(), new TreeMap<>(), "tried 1 migration")));
        run(loop);

        assertThat(recorder.runs)
                .extracting(each -> each.current().findings())
                .containsExactly(List.of(), List.of(finding), List.of(finding), List.of());
    }

    @Test
    void what_the_migrations_come_to_stands_beside_the_databases_that_are_watched() {
        Compared compared = new Compared("17", List.of(), new History.Unreadable<>("nobody may read it"), List.of(), 1);
        RunLoop loop = loop();
        loop.post(new DaemonEvent.MigrationsTried(
                new MigrationTrial.Tried(List.of(), new TreeMap<>(Map.of("dry run", compared)), "tried 1 migration")));
        loop.post(new DaemonEvent.MigrationsTried(new MigrationTrial.Tried(List.of(), new TreeMap<>(), "tried none")));
        run(loop);

        assertThat(recorder.runs)
                .extracting(each -> each.current().databases())
                .containsExactly(new TreeMap<>(), new TreeMap<>(Map.of("dry run", compared)), new TreeMap<>());
    }

    private RunLoop loop() {
        return loop(this::evaluate);
    }

    private RunLoop loop(BiFunction<Inputs, Memo, Evaluation> engine) {
        return new RunLoop(
                new WorkspaceScanner(ScanSettings.of(folder)),
                engine,
                _ -> {},
                List.of(recorder, new Editor()),
                progress,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private Evaluation evaluate(Inputs inputs, Memo memo) {
        evaluated.add(inputs);
        return new Evaluation(new Outcome(List.of(), List.of(), List.of(), new TreeMap<>()), memo, 1);
    }

    private static void run(RunLoop loop) {
        loop.post(new DaemonEvent.Stop());
        loop.run();
    }

    private static DaemonEvent changed(String path) {
        return new DaemonEvent.FilesChanged(new Noticed(
                new ChangeSet(new TreeSet<>(List.of(path)), true), Noticed.Cause.CHANGE, System.nanoTime()));
    }

    /** Edits the schema when told, in the middle of the events. */
    private final class Editor implements RunListener {
        @Override
        public void ran(Run run) {}

        @Override
        public void said(String message, Instant at) {
            if (message.equals("edit")) {
                new TreeFixture(folder).write(SCHEMA, "datasource db {\n}\n// edited");
            }
            phases.add(progress.phase());
        }
    }
}
