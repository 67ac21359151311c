package dev.schemawatch.daemon;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down only when the loop hangs, which a restart mends. No database can cause that. */
@Liveness
@Singleton
public final class LivenessCheck implements HealthCheck {
    private final LoopProgress progress;

    /** Judges this progress. */
    public LivenessCheck(LoopProgress progress) {
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("loop moves")
                .status(progress.isMoving())
                .build();
    }
}
