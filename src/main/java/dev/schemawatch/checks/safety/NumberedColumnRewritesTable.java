package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableElement.Generation;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a serial or identity column on a table that was there before. */
public final class NumberedColumnRewritesTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(NumberedColumnRewritesTable.class, Severity.WARNING)
            .summary("A column that numbers its rows is added, and every row is numbered under a lock")
            .why("A serial or identity column gives every old row a number at once: the table is written anew"
                    + " under ACCESS EXCLUSIVE.")
            .instead("Add a plain column, give it a sequence as its default for new rows, and number the old rows"
                    + " in batches.")
            .alias("squawk", "adding-serial-primary-key-field")
            .alias("atlas", "PG310")
            .alias("strong_migrations", "add_column_auto_incrementing")
            .alias("eugene", "E11");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.changes(AddColumn.class)
                .filter(change -> change.action().column().type().isSerial()
                        || change.action().column().generation().equals(Optional.of(Generation.IDENTITY)))
                .map(NumberedColumnRewritesTable::finding);
    }

    private static Finding finding(Change<AddColumn> change) {
        String table = change.table().sql();
        String column = change.action().column().name();
        SqlName sequence = change.table().sibling(change.table().name() + "_" + column + "_seq");
        return RULE.at(
                change.location(),
                change.table().name() + "." + column,
                "numbering every row in %s takes %s while the table is written anew. Instead: ALTER TABLE %s ADD COLUMN %s bigint; CREATE SEQUENCE %s OWNED BY %s.%s; ALTER TABLE %s ALTER COLUMN %s SET DEFAULT nextval('%s'); /* then number the old rows in batches */"
                        .formatted(
                                SqlName.quote(column),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                table,
                                SqlName.quote(column),
                                sequence.sql(),
                                table,
                                SqlName.quote(column),
                                table,
                                SqlName.quote(column),
                                sequence.sql().replace("'", "''")));
    }
}
