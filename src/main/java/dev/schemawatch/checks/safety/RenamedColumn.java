package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.RenameColumn;
import java.util.stream.Stream;

/** Flags RENAME COLUMN: the release that still runs knows the old name only. */
public final class RenamedColumn implements SafetyCheck {
    private static final Rule RULE = Rule.of(RenamedColumn.class, Severity.WARNING)
            .summary("A column is renamed while the last release still uses its old name")
            .why("Every query of the old release that names the column fails from that moment until the new"
                    + " one runs everywhere.")
            .instead("Keep the name in the database and give it another in the schema with @map; or add a column,"
                    + " write both, and drop the old one later.")
            .alias("squawk", "renaming-column")
            .alias("atlas", "BC102")
            .alias("strong_migrations", "rename_column")
            .alias("postgres-language-server", "renaming-column");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.changes(RenameColumn.class)
                .map(change -> RULE.at(
                        change.location(),
                        change.table().name() + "." + change.action().from(),
                        "the column %s of %s is %s from now on, and the release that still runs fails. Keep the name in the database and rename the field only: @map(\"%s\")"
                                .formatted(
                                        SqlName.quote(change.action().from()),
                                        change.table().sql(),
                                        SqlName.quote(change.action().to()),
                                        change.action().from())));
    }
}
