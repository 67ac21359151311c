package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.AlterTable;
import dev.schemawatch.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Flags ALTER TABLE of a table that the statement before it altered too. */
public final class SeveralAlterTables implements SafetyCheck {
    private static final Rule RULE = Rule.of(SeveralAlterTables.class, Severity.INFO)
            .summary("One table is altered by several statements in a row")
            .why("Each ALTER TABLE that reads or writes all rows does so by itself; one with several actions"
                    + " does it once.")
            .instead("Put the actions into one ALTER TABLE, separated by commas.")
            .offByDefault()
            .alias("eugene", "W12")
            .alias("postgres-language-server", "multiple-alter-table");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        List<Step<Command>> steps = rollout.steps();
        List<Finding> findings = new ArrayList<>();
        for (int index = 1; index < steps.size(); index++) {
            if (steps.get(index).command() instanceof AlterTable later
                    && steps.get(index - 1).command() instanceof AlterTable earlier
                    && later.name().equals(earlier.name())
                    && canJoin(later)
                    && canJoin(earlier)) {
                findings.add(RULE.at(
                        steps.get(index).location(),
                        later.name().name(),
                        "%s is altered by the statement before this one too; put the actions of both into one ALTER TABLE, separated by a comma"
                                .formatted(later.name().sql())));
            }
        }
        return findings.stream();
    }

    /** RENAME and SET SCHEMA stand alone (PostgreSQL manual, ALTER TABLE). */
    private static boolean canJoin(AlterTable alter) {
        return alter.actions().stream().noneMatch(action -> switch (action) {
            case TableAction.RenameColumn _,
                    TableAction.RenameConstraint _,
                    TableAction.RenameTable _,
                    TableAction.SetSchema _,
                    TableAction.AttachPartition _,
                    TableAction.DetachPartition _ -> true;
            case TableAction _ -> false;
        });
    }
}
