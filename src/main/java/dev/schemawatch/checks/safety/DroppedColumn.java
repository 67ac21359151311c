package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableAction.DropColumn;
import java.util.stream.Stream;

/** Flags DROP COLUMN: the release that still runs selects the column until it is replaced. */
public final class DroppedColumn implements SafetyCheck {
    private static final Rule RULE = Rule.of(DroppedColumn.class, Severity.WARNING)
            .summary("A column is dropped, with its data, while the last release still reads it")
            .why("During a deployment the old release goes on selecting every column that it knows, and fails."
                    + " What was in the column is gone.")
            .instead("Stop reading and writing the column, deploy, then drop it in a later migration.")
            .alias("squawk", "ban-drop-column")
            .alias("atlas", "DS103")
            .alias("strong_migrations", "remove_column")
            .alias("postgres-language-server", "ban-drop-column");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.changes(DropColumn.class)
                .filter(change -> !isMadeHere(rollout, change))
                .map(change -> RULE.at(
                        change.location(),
                        change.table().name() + "." + change.action().column(),
                        "the column %s of %s is dropped with its data, and the release that still runs fails when it reads it. Release code that does not name it (in Prisma: remove the field, deploy), then run this"
                                .formatted(
                                        SqlName.quote(change.action().column()),
                                        change.table().sql())));
    }

    private static boolean isMadeHere(Rollout rollout, Change<DropColumn> change) {
        return rollout.changes(TableAction.AddColumn.class)
                .anyMatch(added -> added.table().equals(change.table())
                        && added.action().column().name().equals(change.action().column())
                        && added.location().offset() < change.location().offset());
    }
}
