package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Change;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.LedgerTable;
import dev.schemawatch.sql.Command.CreateTable;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableAction.DropColumn;
import dev.schemawatch.sql.TableElement;
import dev.schemawatch.sql.TableElement.ColumnDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags a drop and an addition that look like one thing that was renamed: Prisma cannot tell a rename from the two. */
public final class ProbableRename implements SafetyCheck {
    private static final Rule RULE = Rule.of(ProbableRename.class, Severity.WARNING)
            .summary("Something is dropped and something like it is added: probably a rename")
            .why("Prisma writes a rename as DROP and ADD. The data of the old one is gone, and the new one is"
                    + " empty.")
            .instead("Write the rename by hand in place of the two statements, before the migration runs anywhere;"
                    + " or keep the old name in the database with @map.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return Stream.concat(columns(rollout), tables(rollout));
    }

    private static Stream<Finding> columns(Rollout rollout) {
        List<Change<AddColumn>> added = rollout.changes(AddColumn.class).toList();
        return rollout.changes(DropColumn.class)
                .flatMap(drop -> rollout.before().table(drop.table()).stream()
                        .flatMap(table -> table.column(drop.action().column()).stream())
                        .flatMap(old -> added.stream()
                                .filter(add -> add.table().equals(drop.table()))
                                .filter(add -> add.action().column().type().equals(old.type()))
                                .filter(add -> Likeness.of(
                                        drop.action().column(),
                                        add.action().column().name()))
                                .limit(1)
                                .map(add -> finding(drop, add.action().column().name()))));
    }

    private static Finding finding(Change<DropColumn> drop, String added) {
        return RULE.at(
                drop.location(),
                drop.table().name() + "." + drop.action().column(),
                "%s of %s is dropped and %s, of the same type, is added: if that is a rename, the values are lost. Instead of both: ALTER TABLE %s RENAME COLUMN %s TO %s;"
                        .formatted(
                                SqlName.quote(drop.action().column()),
                                drop.table().sql(),
                                SqlName.quote(added),
                                drop.table().sql(),
                                SqlName.quote(drop.action().column()),
                                SqlName.quote(added)));
    }

    private static Stream<Finding> tables(Rollout rollout) {
        List<Step<CreateTable>> added = rollout.commands(CreateTable.class).toList();
        return rollout.commands(DropObjects.class)
                .filter(step -> step.command().kind() == ObjectKind.TABLE)
                .flatMap(step -> step.command().names().stream()
                        .flatMap(name -> rollout.before().table(name).stream()
                                .flatMap(table -> added.stream()
                                        .filter(create ->
                                                !create.command().name().equals(name))
                                        .filter(create -> hasTheColumnsOf(create.command(), table))
                                        .limit(1)
                                        .map(create -> finding(
                                                step, name, create.command().name())))));
    }

    /** A table with four of five columns of the old one, and nothing but these. */
    private static boolean hasTheColumnsOf(CreateTable create, LedgerTable table) {
        Set<String> now = TableElement.columns(create.elements())
                .map(ColumnDefinition::name)
                .collect(Collectors.toSet());
        long kept = table.columns().keySet().stream().filter(now::contains).count();
        int most = Math.max(now.size(), table.columns().size());
        return most >= FEWEST_COLUMNS && kept * 5 >= most * 4L;
    }

    private static final int FEWEST_COLUMNS = 3;

    private static Finding finding(Step<DropObjects> step, SqlName from, SqlName to) {
        return RULE.at(
                step.location(),
                from.name(),
                "the table %s is dropped and %s, with the same columns, is made: if that is a rename, the rows are lost. Instead of both: ALTER TABLE %s RENAME TO %s;"
                        .formatted(from.sql(), to.sql(), from.sql(), SqlName.quote(to.name())));
    }
}
