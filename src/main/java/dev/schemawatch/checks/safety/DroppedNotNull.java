package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AlterColumn;
import dev.schemawatch.sql.TableAction.ColumnAlteration.DropNotNull;
import java.util.stream.Stream;

/** Flags DROP NOT NULL. */
public final class DroppedNotNull implements SafetyCheck {
    private static final Rule RULE = Rule.of(DroppedNotNull.class, Severity.INFO)
            .summary("A column may be without a value from now on")
            .why("Code that was generated when it could not be does not expect NULL, and the old release goes"
                    + " on reading it.")
            .instead("Release code that understands NULL first.")
            .alias("squawk", "ban-drop-not-null")
            .alias("postgres-language-server", "ban-drop-not-null");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.changes(AlterColumn.class)
                .filter(change -> change.action().alteration() instanceof DropNotNull)
                .map(change -> RULE.at(
                        change.location(),
                        change.table().name() + "." + change.action().column(),
                        "%s of %s may be NULL from now on; the release that still runs must be able to read that"
                                .formatted(
                                        SqlName.quote(change.action().column()),
                                        change.table().sql())));
    }
}
