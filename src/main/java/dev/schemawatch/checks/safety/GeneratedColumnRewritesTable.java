package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import dev.schemawatch.sql.TableElement.Generation;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a stored generated column on a table that was there before. */
public final class GeneratedColumnRewritesTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(GeneratedColumnRewritesTable.class, Severity.WARNING)
            .summary("A stored generated column is computed for every row under a lock")
            .why("ADD COLUMN … GENERATED ALWAYS AS … STORED writes the whole table anew under ACCESS" + " EXCLUSIVE.")
            .instead("Add an ordinary column and let a trigger keep it, or compute it in a view or an index over"
                    + " the expression; PostgreSQL 18 also has virtual columns, which store nothing.")
            .alias("squawk", "adding-field-with-default")
            .alias("atlas", "PG309")
            .alias("strong_migrations", "add_column_generated_stored")
            .alias("eugene", "E11")
            .alias("postgres-language-server", "adding-field-with-default");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.changes(AddColumn.class)
                .filter(change -> change.action().column().generation().equals(Optional.of(Generation.STORED)))
                .map(change -> {
                    ColumnDefinition column = change.action().column();
                    return RULE.at(
                            change.location(),
                            change.table().name() + "." + column.name(),
                            "the stored column %s is computed for every row under %s. Instead: ALTER TABLE %s ADD COLUMN %s %s; /* then keep it by a trigger, and fill the old rows in batches */"
                                    .formatted(
                                            SqlName.quote(column.name()),
                                            Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                            change.table().sql(),
                                            SqlName.quote(column.name()),
                                            column.writtenType()));
                });
    }
}
