package dev.schemawatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.localserver.LocalServer;
import dev.schemawatch.localserver.PostgresBinaries;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one connection of a poll that keeps it, on a server that is ended, frozen and woken. */
class KeptConnectionTest {
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private static LocalServer server;

    private Connection observer;
    private DatabasePoll poll;

    @BeforeAll
    static void start() throws IOException {
        server = LocalServer.start(PostgresBinaries.find());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        observer = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", LocalServer.USER, "");
        poll = DatabasePoll.keeping(url(server.url("postgres")), Path.of("."), DEADLINE);
    }

    @AfterEach
    void disconnect() throws SQLException {
        poll.close();
        await().untilAsserted(() -> assertThat(sessions()).isEmpty());
        observer.close();
    }

    @Test
    void is_used_again_by_the_next_look() throws SQLException {
        available();
        List<Long> first = sessions();
        available();
        assertThat(sessions()).hasSize(1).isEqualTo(first);
    }

    @Test
    void is_idle_and_in_no_transaction_between_looks() throws SQLException {
        available();
        assertThat(longs("SELECT pid FROM pg_stat_activity WHERE application_name = 'schemawatch'"
                        + " AND state = 'idle' AND xact_start IS NULL"))
                .hasSize(1);
    }

    @Test
    void is_replaced_without_a_word_when_the_server_ended_it() throws SQLException {
        available();
        List<Long> first = sessions();
        longs("SELECT pg_terminate_backend(pid)::int FROM pg_stat_activity WHERE application_name = 'schemawatch'");
        await().untilAsserted(() -> assertThat(sessions()).isEmpty());
        available();
        assertThat(sessions()).hasSize(1).isNotEqualTo(first);
    }

    @Test
    void is_dropped_when_its_session_freezes_and_the_next_look_works() throws Exception {
        available();
        long frozen = sessions().getFirst();
        signal("STOP", frozen);
        try {
            endsInTime();
        } finally {
            signal("CONT", frozen);
        }
        available();
        await().untilAsserted(() -> assertThat(sessions()).hasSize(1).doesNotContain(frozen));
    }

    @Test
    void is_dropped_when_the_whole_server_freezes_and_the_next_look_works() throws Exception {
        available();
        long session = sessions().getFirst();
        long postmaster = postmaster(session);
        signal("STOP", postmaster);
        signal("STOP", session);
        try {
            long start = System.nanoTime();
            assertThat(look())
                    .isInstanceOfSatisfying(
                            Unavailable.class, gone -> assertThat(gone.reason()).isEqualTo(Reason.TIMEOUT));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(3));
        } finally {
            signal("CONT", postmaster);
            signal("CONT", session);
        }
        available();
        await().untilAsserted(() -> assertThat(sessions()).hasSize(1).doesNotContain(session));
    }

    /** The frozen session is found out when it is proved alive, and replaced: the look may even succeed. */
    private void endsInTime() {
        long start = System.nanoTime();
        look();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(3));
    }

    private void available() {
        assertThat(look()).isInstanceOf(Available.class);
    }

    private DatabaseState look() {
        return poll.look(Optional.empty());
    }

    private List<Long> sessions() throws SQLException {
        return longs("SELECT pid FROM pg_stat_activity WHERE application_name = 'schemawatch' ORDER BY pid");
    }

    private List<Long> longs(String query) throws SQLException {
        List<Long> values = new ArrayList<>();
        try (ResultSet rows = observer.createStatement().executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getLong(1));
            }
        }
        return values;
    }

    private static long postmaster(long session) {
        return ProcessHandle.of(session)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
    }

    private static void signal(String name, long process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static ConnectionUrl url(String text) {
        return ((ConnectionUrl.Parsed.Valid) ConnectionUrl.parse(text)).url();
    }
}
