package dev.schemawatch.daemon;

import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.metrics.DriftMetrics;
import dev.schemawatch.metrics.FindingMetrics;
import dev.schemawatch.metrics.RunMetrics;
import dev.schemawatch.metrics.WatchMetrics;
import dev.schemawatch.watch.Noticed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;

/** Tells the metrics what the loop did. */
@Singleton
public final class Measuring implements RunListener {
    private final RunMetrics runs;
    private final WatchMetrics watching;
    private final FindingMetrics findings;
    private final DriftMetrics drift;

    /** Tells these families. */
    public Measuring(RunMetrics runs, WatchMetrics watching, FindingMetrics findings, DriftMetrics drift) {
        this.runs = runs;
        this.watching = watching;
        this.findings = findings;
        this.drift = drift;
    }

    @Override
    public void ran(Run run) {
        switch (run.trigger()) {
            case Trigger.Start _ -> runs.filesChecked(run.elapsed(), run.at());
            case Trigger.Files files -> {
                runs.filesChecked(run.elapsed(), run.at());
                run.sinceChange().ifPresent(runs::published);
                if (files.noticed().cause() == Noticed.Cause.PERIODIC) {
                    watching.missed();
                }
            }
            case Trigger.Database database -> {
                DatabaseOutcome came = run.current().databases().get(database.name());
                runs.looked(database.name(), Objects.requireNonNull(came), database.took(), run.at());
                drift.looked(database.name(), database.seen().state());
            }
            case Trigger.Trial _ -> {}
            case Trigger.Unnamed unnamed -> drift.forget(unnamed.name());
        }
        show(run.current(), run.at());
    }

    @Override
    public void unchanged() {
        runs.filesUnchanged();
    }

    @Override
    public void failed(Throwable fault, Instant at) {
        runs.filesFailed();
    }

    private void show(Outcome outcome, Instant at) {
        findings.show(outcome);
        drift.show(outcome, at);
    }
}
