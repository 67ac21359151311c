package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.TableAction.SetStorage;
import java.util.stream.Stream;

/** Flags SET LOGGED, UNLOGGED, ACCESS METHOD and TABLESPACE. */
public final class StorageChangeRewritesTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(StorageChangeRewritesTable.class, Severity.WARNING)
            .summary("A table is written anew in another place or form, under a lock")
            .why("SET LOGGED, SET UNLOGGED, SET ACCESS METHOD and SET TABLESPACE copy the whole table under"
                    + " ACCESS EXCLUSIVE.")
            .instead("Make a new table in the wanted form, copy in batches, and swap the names; or do it when"
                    + " nobody needs the table.")
            .alias("atlas", "PG307")
            .alias("atlas", "PG311");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.changes(SetStorage.class)
                .map(change -> RULE.at(
                        change.location(),
                        change.table().name(),
                        "%s takes %s while the whole table is copied. Make a new table in that form, copy in batches and swap the names, or run it when nobody needs the table"
                                .formatted(change.action().what(), Lock.ACCESS_EXCLUSIVE.on(change.table()))));
    }
}
