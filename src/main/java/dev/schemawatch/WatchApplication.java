package dev.schemawatch;

import dev.schemawatch.alert.AlertSink;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.cli.Launch;
import dev.schemawatch.cli.Version;
import dev.schemawatch.daemon.Alerting;
import dev.schemawatch.daemon.Daemon;
import dev.schemawatch.daemon.DaemonSettings;
import dev.schemawatch.daemon.DatabaseLook;
import dev.schemawatch.daemon.LiveDatabase;
import dev.schemawatch.daemon.LoopProgress;
import dev.schemawatch.daemon.Measuring;
import dev.schemawatch.daemon.ProjectTrial;
import dev.schemawatch.daemon.TerminalOutput;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.metrics.RunMetrics;
import dev.schemawatch.metrics.WatchMetrics;
import dev.schemawatch.report.DeltaReport;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTargets;
import dev.schemawatch.setup.SecretFile;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.watch.WorkspaceScanner;
import dev.schemawatch.workspace.Workspace;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The daemon in its container: puts the parts together that need metrics, messaging and health, and runs until stopped. */
public final class WatchApplication implements QuarkusApplication {
    private final Measuring measuring;
    private final Alerting alerting;
    private final AlertSink alerts;
    private final LoopProgress progress;
    private final RunMetrics runs;
    private final WatchMetrics watching;
    private final HttpServer server;

    /** The container gives all of these. */
    public WatchApplication(
            Measuring measuring,
            Alerting alerting,
            AlertSink alerts,
            LoopProgress progress,
            RunMetrics runs,
            WatchMetrics watching,
            HttpServer server) {
        this.measuring = measuring;
        this.alerting = alerting;
        this.alerts = alerts;
        this.progress = progress;
        this.runs = runs;
        this.watching = watching;
        this.server = server;
    }

    @Override
    public int run(String... arguments) {
        Launch launch = Launch.of(arguments);
        Map<String, String> environment = System.getenv();
        Setup setup = Setup.load(launch.directory(), launch.overrides(), environment);
        Clock clock = Clock.systemUTC();
        Duration interval = setup.config().drift().interval();
        SortedMap<String, DatabaseLook> databases = databases(setup, environment);
        boolean terminal =
                Main.isTerminal() && !"dumb".equals(environment.get("TERM")) && !environment.containsKey("CI");
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        TerminalOutput output =
                new TerminalOutput(new DeltaReport(launch.paint(), terminal, ZoneId.systemDefault()), out, terminal);
        Daemon daemon = new Daemon(
                new DaemonSettings(setup.scan(), setup.watch(), interval, setup.env(environment)),
                new Engine(Checks.all(setup.checks()), setup.rules()),
                databases,
                setup.config().dryRun().onChange()
                        ? Optional.of(new ProjectTrial(setup, SecretFile.resolve(environment)))
                        : Optional.empty(),
                List.of(output, measuring, alerting),
                progress,
                clock);
        watching.watch(daemon::watchStatus);
        runs.started(Version.number(), clock.instant(), interval, List.copyOf(databases.keySet()));
        alerts.printTo(daemon::say);
        // Asked of the server, which may have been told to take any port.
        daemon.say(
                "metrics: http://%s/q/metrics".formatted(setup.config().http().authority(server.getPort())));
        StopSignals signals = StopSignals.whenAsked(daemon::stop);
        daemon.run();
        return signals.status().code();
    }

    /** The databases by name, those of the repository as it is now; their URLs are looked up anew at each look. */
    private static SortedMap<String, DatabaseLook> databases(Setup setup, Map<String, String> environment) {
        Workspace atStart = new WorkspaceScanner(setup.scan()).scan().workspace();
        SortedMap<String, DatabaseLook> databases = new TreeMap<>();
        targets(setup, atStart, environment).find(Optional.empty()).stream()
                .map(DatabaseTarget::name)
                .forEach(name -> databases.put(
                        name,
                        LiveDatabase.watched(
                                setup,
                                workspace ->
                                        targets(setup, workspace, environment).named(name))));
        return databases;
    }

    private static DatabaseTargets targets(Setup setup, Workspace workspace, Map<String, String> environment) {
        return new DatabaseTargets(setup, workspace, SecretFile.resolve(environment));
    }
}
