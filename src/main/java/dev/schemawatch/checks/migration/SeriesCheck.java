package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.MigrationSeries;

/** A check of the names that migrations have, beside each other. */
interface SeriesCheck extends Check<MigrationSeries> {
    @Override
    default Fact<MigrationSeries> reads() {
        return Fact.MIGRATION_SERIES;
    }
}
