package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.daemon.MigrationTrial.Tried;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BackgroundTrialTest {
    private static final Duration QUIET = Duration.ofMillis(20);

    private final Queue<DaemonEvent> events = new ConcurrentLinkedQueue<>();

    @Test
    void tries_what_has_changed_and_tells_the_loop() {
        try (BackgroundTrial background =
                trial((workspace, _) -> new Tried(List.of(), new TreeMap<>(), script(workspace)))) {
            background.workspaceIs(workspace("one"));
            await().until(() -> events.size() == 1);
            background.workspaceIs(workspace("two"));
            await().until(() -> events.size() == 2);
        }

        assertThat(events)
                .containsExactly(
                        new DaemonEvent.MigrationsTried(new Tried(List.of(), new TreeMap<>(), "one")),
                        new DaemonEvent.MigrationsTried(new Tried(List.of(), new TreeMap<>(), "two")));
    }

    @Test
    void tries_nothing_again_that_has_not_changed() {
        try (BackgroundTrial background =
                trial((workspace, _) -> new Tried(List.of(), new TreeMap<>(), script(workspace)))) {
            background.workspaceIs(workspace("one"));
            await().until(() -> events.size() == 1);
            background.workspaceIs(workspace("one"));
            background.workspaceIs(workspace("two"));
            await().until(() -> events.size() == 2);
        }

        assertThat(events)
                .last()
                .isEqualTo(new DaemonEvent.MigrationsTried(new Tried(List.of(), new TreeMap<>(), "two")));
    }

    @Test
    void the_next_change_calls_a_trial_off() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        MigrationTrial endless = (workspace, listener) -> {
            begun.countDown();
            while (!listener.isCalledOff()) {
                if (!script(workspace).equals("one")) {
                    return new Tried(List.of(), new TreeMap<>(), script(workspace));
                }
            }
            throw new CancellationException();
        };
        try (BackgroundTrial background = trial(endless)) {
            background.workspaceIs(workspace("one"));
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            background.workspaceIs(workspace("two"));
            await().until(() -> !events.isEmpty());
        }

        assertThat(events)
                .containsExactly(new DaemonEvent.MigrationsTried(new Tried(List.of(), new TreeMap<>(), "two")));
    }

    @Test
    void says_once_why_it_cannot_try() {
        MigrationTrial impossible = (workspace, _) -> {
            if (script(workspace).equals("three")) {
                return new Tried(List.of(), new TreeMap<>(), "three");
            }
            throw new ScratchException(ScratchException.Kind.FAILED, "There is no PostgreSQL.");
        };
        try (BackgroundTrial background = trial(impossible)) {
            background.workspaceIs(workspace("one"));
            await().until(() -> events.size() == 1);
            background.workspaceIs(workspace("two"));
            background.workspaceIs(workspace("three"));
            await().until(() -> events.size() == 2);
        }

        assertThat(events).first().isEqualTo(new DaemonEvent.Said("dry run: There is no PostgreSQL."));
    }

    private BackgroundTrial trial(MigrationTrial trial) {
        return new BackgroundTrial(trial, QUIET, events::add);
    }

    private static Workspace workspace(String script) {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        files.put("migrations/1_a/migration.sql", file(script));
        return new Workspace(List.of(), Optional.empty(), files, new TreeSet<>(), Optional.empty());
    }

    private static SourceFile file(String script) {
        return new SourceFile("migrations/1_a/migration.sql", Content.of(script.getBytes(StandardCharsets.UTF_8)));
    }

    private static String script(Workspace workspace) {
        return workspace.files().values().stream()
                .map(SourceFile::content)
                .map(content -> ((Content.Text) content).text())
                .findFirst()
                .orElseThrow();
    }
}
