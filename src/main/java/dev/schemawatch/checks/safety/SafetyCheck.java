package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.Rollout;

/** A check of what a migration does to a database that people use. */
interface SafetyCheck extends Check<Rollout> {
    @Override
    default Fact<Rollout> reads() {
        return Fact.EACH_ROLLOUT;
    }
}
