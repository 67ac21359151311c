package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.LedgerTable;
import dev.schemawatch.migration.Origin;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.AlterTable;
import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableAction.AddConstraint;
import dev.schemawatch.sql.TableAction.DropColumn;
import dev.schemawatch.sql.TableAction.DropConstraint;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a generated statement that drops what people wrote by hand: Prisma drops what its schema cannot express. */
public final class HandWrittenObjectDropped implements SafetyCheck {
    private static final Rule RULE = Rule.of(HandWrittenObjectDropped.class, Severity.ERROR)
            .summary("A generated migration drops what an earlier hand-written one made")
            .why("Prisma compares the schema with the database and drops whatever it finds there and not in"
                    + " the schema: partial and expression indexes, indexes and columns of types that it does not"
                    + " know, checks.")
            .instead("Take the statement out of the migration before it runs; then declare the object in the"
                    + " schema, if Prisma has a word for it, or expect the same statement in the next migration.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.steps().stream()
                .filter(step -> rollout.migration().isGenerated(step.statement()))
                .flatMap(step -> lost(rollout, step));
    }

    private static Stream<Finding> lost(Rollout rollout, Step<Command> step) {
        return switch (step.command()) {
            case DropObjects drop
            when drop.kind() == ObjectKind.INDEX ->
                drop.names().stream()
                        .flatMap(index -> rollout.before()
                                .owners(index.name())
                                .filter(table -> !isKept(rollout, index.name(), table))
                                .flatMap(table -> part(step.location(), index.name(), table)));
            case DropObjects drop
            when drop.kind() == ObjectKind.TABLE ->
                drop.names().stream()
                        .flatMap(name ->
                                rollout.before().table(name).stream().flatMap(table -> along(step.location(), table)));
            case DropObjects drop
            when drop.kind() == ObjectKind.TRIGGER ->
                drop.names().stream()
                        .flatMap(trigger -> drop.table().flatMap(rollout.before()::table).stream()
                                .flatMap(table -> part(step.location(), trigger.name(), table)));
            case AlterTable alter ->
                rollout.before().table(alter.name()).stream()
                        .flatMap(table -> alter.actions().stream().flatMap(action -> lost(rollout, table, action)));
            case Command _ -> Stream.empty();
        };
    }

    private static Stream<Finding> lost(Rollout rollout, LedgerTable table, TableAction action) {
        return switch (action) {
            case DropConstraint drop
            when !isMadeAnew(rollout, drop.name()) -> part(drop.location(), drop.name(), table);
            case DropColumn drop -> Stream.concat(column(drop, table), along(drop, table));
            case TableAction _ -> Stream.empty();
        };
    }

    private static Stream<Finding> part(Location.InFile location, String name, LedgerTable table) {
        return table.part(name).stream()
                .filter(part -> !part.origin().generated())
                .map(part -> finding(
                        location,
                        "the %s %s of %s"
                                .formatted(
                                        part.kind().word(),
                                        SqlName.quote(name),
                                        table.name().sql()),
                        part.origin()));
    }

    private static Stream<Finding> column(DropColumn drop, LedgerTable table) {
        return table.column(drop.column()).stream()
                .filter(column -> !column.origin().generated())
                .map(column -> finding(
                        drop.location(),
                        "the column %s of %s"
                                .formatted(
                                        SqlName.quote(drop.column()),
                                        table.name().sql()),
                        column.origin()));
    }

    /** Indexes and checks go with a column without being named. */
    private static Stream<Finding> along(DropColumn drop, LedgerTable table) {
        return table.parts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue().columns().contains(drop.column()))
                .filter(entry -> !entry.getValue().origin().generated())
                .map(entry -> finding(
                        drop.location(),
                        "with the column %s the %s %s of %s"
                                .formatted(
                                        SqlName.quote(drop.column()),
                                        entry.getValue().kind().word(),
                                        SqlName.quote(entry.getKey()),
                                        table.name().sql()),
                        entry.getValue().origin()));
    }

    /** What goes with a table, apart from the keys, which its definition in the schema has too. */
    private static Stream<Finding> along(Location.InFile location, LedgerTable table) {
        return table.parts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> switch (entry.getValue().kind()) {
                    case PRIMARY_KEY, FOREIGN_KEY -> false;
                    case INDEX, UNIQUE, CHECK, EXCLUDE, TRIGGER, POLICY ->
                        !entry.getValue().origin().generated();
                })
                .map(entry -> finding(
                        location,
                        "with the table %s the %s %s"
                                .formatted(
                                        table.name().sql(),
                                        entry.getValue().kind().word(),
                                        SqlName.quote(entry.getKey())),
                        entry.getValue().origin()));
    }

    /** Whether the index is made anew with all that a Prisma schema cannot say of it: expressions, and a condition. */
    private static boolean isKept(Rollout rollout, String name, LedgerTable table) {
        return rollout.commands(CreateIndex.class)
                .map(Step::command)
                .filter(index ->
                        index.name().filter(made -> made.name().equals(name)).isPresent())
                .anyMatch(index -> table.part(name)
                        .filter(before -> (isPartial(before.definition()) && !isPartial(index.definition()))
                                || (before.columns().isEmpty()
                                        && !index.columns().isEmpty()))
                        .isEmpty());
    }

    private static boolean isPartial(String index) {
        return Words.oneLine(index).toUpperCase(Locale.ROOT).contains(" WHERE ");
    }

    private static boolean isMadeAnew(Rollout rollout, String name) {
        boolean index = rollout.commands(CreateIndex.class)
                .anyMatch(made -> made.command()
                        .name()
                        .filter(index2 -> index2.name().equals(name))
                        .isPresent());
        return index
                || rollout.commands(AlterTable.class)
                        .flatMap(step -> step.command().actions().stream())
                        .anyMatch(action -> action instanceof AddConstraint add
                                && add.constraint().name().equals(Optional.of(name)));
    }

    private static Finding finding(Location.InFile location, String what, Origin origin) {
        return RULE.at(
                location,
                what,
                "Prisma drops %s, which was written by hand at %s; take this statement out of the migration, and declare the object in the schema if Prisma has a word for it"
                        .formatted(what, origin.location().display()));
    }
}
