package dev.schemawatch.daemon;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.schemawatch.alert.Alert;
import dev.schemawatch.alert.AlertChannel;
import dev.schemawatch.alert.AlertSink;
import dev.schemawatch.alert.Problem;
import dev.schemawatch.metrics.RunMetrics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the outside sees of the daemon: metrics, health, and the channel of alerts. */
@QuarkusTest
class EndpointsTest {
    @Inject
    LoopProgress progress;

    @Inject
    RunMetrics runs;

    @Inject
    Measuring measuring;

    @Inject
    AlertChannel channel;

    @Inject
    AlertSink sink;

    @Test
    void serves_metrics_under_their_documented_names() {
        runs.started("1.2.3", Instant.EPOCH, Duration.ofSeconds(30), List.of("main"));
        measuring.unchanged();

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("schemawatch_build_info{version=\"1.2.3\"} 1.0"))
                .body(containsString("schemawatch_checks_skipped_total{check=\"files\",reason=\"unchanged\"} 1.0"))
                .body(containsString("schemawatch_watch_mode{mode=\"off\"} 1.0"));
    }

    @Test
    void is_ready_once_the_first_run_has_ended() {
        progress.enter(LoopProgress.Phase.STARTING);
        given().get("/q/health/ready").then().statusCode(503);

        progress.enter(LoopProgress.Phase.RUNNING);
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/started").then().statusCode(200);
    }

    @Test
    void is_alive_while_the_loop_moves() {
        progress.beat();

        given().get("/q/health/live").then().statusCode(200).body("checks.name", hasItem("loop moves"));
    }

    @Test
    void an_alert_comes_out_of_the_channel_as_one_line() {
        List<String> lines = new CopyOnWriteArrayList<>();
        sink.printTo(lines::add);

        channel.send(new Alert(
                new Problem.Unseen("main"), Alert.State.FIRED, "main could not be looked at", List.of("public.a")));

        await().untilAsserted(
                        () -> assertThat(lines).containsExactly("ALERT FIRED main could not be looked at (public.a)"));
    }
}
