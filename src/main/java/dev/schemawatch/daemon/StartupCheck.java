package dev.schemawatch.daemon;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up once everything has been read for the first time. */
@Startup
@Singleton
public final class StartupCheck implements HealthCheck {
    private final LoopProgress progress;

    /** Judges this progress. */
    public StartupCheck(LoopProgress progress) {
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started")
                .status(progress.phase() != LoopProgress.Phase.STARTING)
                .build();
    }
}
