package dev.schemawatch.checks.safety;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.LedgerTable;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableAction.AlterColumn;
import dev.schemawatch.sql.TableAction.ColumnAlteration.SetExpression;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import dev.schemawatch.sql.TableElement.Generation;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a stored generated column, or another formula for one, on a table that was there before. */
public final class GeneratedColumnRewritesTable implements SafetyCheck {
    private static final Rule RULE = Rule.of(GeneratedColumnRewritesTable.class, Severity.WARNING)
            .summary("A stored generated column is computed for every row under a lock")
            .why(
                    "ADD COLUMN … GENERATED ALWAYS AS … STORED writes the whole table anew under ACCESS EXCLUSIVE, and so does"
                            + " SET EXPRESSION (PostgreSQL 17) of a stored column.")
            .instead("Add an ordinary column and let a trigger keep it, or compute it in a view or an index over"
                    + " the expression; PostgreSQL 18 also has virtual columns, which store nothing.")
            .alias("squawk", "adding-field-with-default")
            .alias("atlas", "PG309")
            .alias("strong_migrations", "add_column_generated_stored")
            .alias("eugene", "E11")
            .alias("postgres-language-server", "adding-field-with-default");

    /** The first with columns that are computed at every read (PostgreSQL 18 release notes). */
    private static final int HAS_VIRTUAL_COLUMNS = 18;

    private final int postgresVersion;

    /** A check for the PostgreSQL that the settings name. */
    public GeneratedColumnRewritesTable(CheckSettings settings) {
        this.postgresVersion = settings.postgresVersion();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        Stream<Finding> added = rollout.changes(AddColumn.class)
                .filter(change -> change.action().column().generation().equals(Optional.of(Generation.STORED)))
                .map(this::added);
        Stream<Finding> changed = rollout.changes(AlterColumn.class)
                .filter(change -> change.action().alteration() instanceof SetExpression && !isVirtual(rollout, change))
                .map(GeneratedColumnRewritesTable::changed);
        return Stream.concat(added, changed);
    }

    private static boolean isVirtual(Rollout rollout, Change<AlterColumn> change) {
        String column = change.action().column();
        return rollout.before()
                        .table(change.table())
                        .flatMap(table -> table.column(column))
                        .filter(LedgerTable.Column::virtual)
                        .isPresent()
                || rollout.changes(AddColumn.class)
                        .filter(other -> other.table().equals(change.table()))
                        .map(other -> other.action().column())
                        .anyMatch(other -> other.name().equals(column)
                                && other.generation().equals(Optional.of(Generation.VIRTUAL)));
    }

    private Finding added(Change<AddColumn> change) {
        ColumnDefinition column = change.action().column();
        return RULE.at(
                change.location(),
                change.table().name() + "." + column.name(),
                "the stored column %s is computed for every row under %s. %sInstead: ALTER TABLE %s ADD COLUMN %s %s; /* then keep it by a trigger, and fill the old rows in batches */"
                        .formatted(
                                SqlName.quote(column.name()),
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                postgresVersion >= HAS_VIRTUAL_COLUMNS
                                        ? "VIRTUAL in place of STORED writes nothing, where the column needs no index. "
                                        : "",
                                change.table().sql(),
                                SqlName.quote(column.name()),
                                column.writtenType()));
    }

    private static Finding changed(Change<AlterColumn> change) {
        String column = SqlName.quote(change.action().column());
        return RULE.at(
                change.location(),
                change.table().name() + "." + change.action().column(),
                "the column %s is computed anew for every row under %s. Instead: ALTER TABLE %s ALTER COLUMN %s DROP EXPRESSION; /* then keep it by a trigger, and fill the old rows in batches */"
                        .formatted(
                                column,
                                Lock.ACCESS_EXCLUSIVE.on(change.table()),
                                change.table().sql(),
                                column));
    }
}
