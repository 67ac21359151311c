package dev.schemawatch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.DaemonProcess;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaHistory;
import dev.schemawatch.support.TreeFixture;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus gets from the daemon as it is shipped: a registration that is missing there shows nowhere else. */
@Tag("program")
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class MetricsOnTheWireIT {

    @Test
    void have_exactly_the_names_of_the_page_in_both_text_formats(@TempDir Path folder, @TempDir Path output) {
        new TreeFixture(folder)
                .write("schemawatch.yaml", "drift: { interval: 1s }\n")
                .write("schema.prisma", """
                datasource db {
                  provider = "postgresql"
                  url      = env("DATABASE_URL")
                }

                model User {
                  id Int @id
                }
                """);
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            database.execute(PrismaHistory.TABLE);
            try (DaemonProcess daemon = DaemonProcess.start(folder, output, Map.of("DATABASE_URL", database.url()))) {
                daemon.awaitLine("ALERT FIRED", "main drifted");

                HttpResponse<String> text = daemon.metrics("text/plain");
                assertThat(text.headers().firstValue("Content-Type"))
                        .hasValue("text/plain; version=0.0.4; charset=utf-8");
                assertThat(names(text)).containsExactlyInAnyOrderElementsOf(MetricsPage.names());

                String openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8";
                HttpResponse<String> open = daemon.metrics(openMetrics);
                assertThat(open.headers().firstValue("Content-Type")).hasValue(openMetrics);
                assertThat(open.body()).endsWith("# EOF\n");
                assertThat(names(open))
                        .containsExactlyInAnyOrderElementsOf(MetricsPage.names().stream()
                                .map(name -> name.replaceFirst("_total$", ""))
                                .toList());
            }
        }
    }

    private static List<String> names(HttpResponse<String> scrape) {
        return Pattern.compile("(?m)^# TYPE (schemawatch_\\w+) ")
                .matcher(scrape.body())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.endsWith("_max"))
                .toList();
    }
}
