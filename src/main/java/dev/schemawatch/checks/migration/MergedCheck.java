package dev.schemawatch.checks.migration;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.MergedMigrations;

/** A check of migrations against those that everybody has. */
interface MergedCheck extends Check<MergedMigrations> {
    @Override
    default Fact<MergedMigrations> reads() {
        return Fact.MERGED_MIGRATIONS;
    }
}
