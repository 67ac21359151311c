package dev.schemawatch.daemon;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Up once the first run has ended. Drift or a database that is away never make it fail: as a sidecar it would take the
 * application out of service.
 */
@Readiness
@Singleton
public final class ReadinessCheck implements HealthCheck {
    private final LoopProgress progress;

    /** Judges this progress. */
    public ReadinessCheck(LoopProgress progress) {
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("first run ended")
                .status(progress.phase() == LoopProgress.Phase.RUNNING)
                .build();
    }
}
