package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Ledger;
import dev.schemawatch.migration.LedgerTable;
import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.migration.MadeObject;
import dev.schemawatch.migration.MadeObject.Kind;
import dev.schemawatch.migration.MadeObject.Standing;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
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
                drop.names().stream().flatMap(index -> index(rollout, step.location(), index.name()));
            case DropObjects drop
            when drop.kind() == ObjectKind.TABLE ->
                drop.names().stream()
                        .flatMap(name -> Stream.of(
                                        table(rollout, step.location(), name),
                                        rollout.before().table(name).stream()
                                                .flatMap(table -> along(step.location(), table)),
                                        alongUnsaid(rollout, step.location(), name))
                                .flatMap(Function.identity()));
            case DropObjects drop
            when drop.kind() == ObjectKind.TRIGGER ->
                drop.names().stream()
                        .flatMap(trigger -> drop.table().stream()
                                .flatMap(table -> part(rollout, step.location(), table, trigger.name())));
            case AlterTable alter -> alter.actions().stream().flatMap(action -> lost(rollout, alter.name(), action));
            case Command _ -> Stream.empty();
        };
    }

    private static Stream<Finding> lost(Rollout rollout, SqlName table, TableAction action) {
        return switch (action) {
            case DropConstraint drop
            when !isMadeAnew(rollout, drop.name()) -> part(rollout, drop.location(), table, drop.name());
            case DropColumn drop ->
                Stream.concat(
                        column(rollout, table, drop),
                        rollout.before().table(table).stream().flatMap(known -> along(drop, known)));
            case TableAction _ -> Stream.empty();
        };
    }

    private static Stream<Finding> index(Rollout rollout, Location.InFile location, String index) {
        List<LedgerTable> owners = rollout.before().owners(index).toList();
        return owners.isEmpty() && !isMadeAnew(rollout, index)
                ? unsaid(
                        rollout,
                        location,
                        part -> isIndex(part.kind()) && part.name().equals(index))
                : owners.stream()
                        .filter(table -> !isKept(rollout, index, table))
                        .flatMap(table -> part(rollout, location, table.name(), index));
    }

    private static boolean isIndex(PartKind kind) {
        return kind == PartKind.INDEX || kind == PartKind.UNIQUE;
    }

    private static Stream<Finding> part(Rollout rollout, Location.InFile location, SqlName table, String name) {
        Optional<LedgerTable.Part> said = rollout.before().table(table).flatMap(known -> known.part(name));
        return said.isEmpty()
                ? unsaid(
                        rollout,
                        location,
                        part -> part.owner().equals(table.normal())
                                && part.name().equals(name))
                : said.stream()
                        .filter(part -> !part.origin().generated())
                        .map(part -> finding(location, words(part.kind(), name, table), part.origin()));
    }

    /** What no script says, but a dry run has seen. */
    private static Stream<Finding> unsaid(
            Rollout rollout, Location.InFile location, Predicate<MadeObject.Part> wanted) {
        return unsaidParts(rollout)
                .filter(made -> wanted.test(made.getKey()))
                .map(made -> finding(
                        location,
                        words(
                                made.getKey().kind(),
                                made.getKey().name(),
                                made.getKey().owner()),
                        made.getValue()));
    }

    private static Stream<Map.Entry<MadeObject.Part, Origin>> unsaidParts(Rollout rollout) {
        return rollout.seen().all().entrySet().stream()
                .flatMap(made -> made.getKey() instanceof MadeObject.Part part
                        ? Stream.of(Map.entry(part, made.getValue()))
                        : Stream.empty())
                .filter(made -> !made.getValue().generated())
                .sorted(Comparator.comparing(made -> made.getKey().name()));
    }

    private static String words(PartKind kind, String name, SqlName table) {
        return "the %s %s of %s".formatted(kind.word(), SqlName.quote(name), table.sql());
    }

    private static Stream<Finding> column(Rollout rollout, SqlName table, DropColumn drop) {
        return rollout
                .before()
                .table(table)
                .flatMap(known -> known.column(drop.column()))
                .map(LedgerTable.Column::origin)
                .or(() -> rollout.seen().of(new MadeObject.Column(table, drop.column())))
                .stream()
                .filter(origin -> !origin.generated())
                .map(origin -> finding(
                        drop.location(),
                        "the column %s of %s".formatted(SqlName.quote(drop.column()), table.sql()),
                        origin));
    }

    /** The table itself, unless Prisma knew it: then somebody took it out of the schema on purpose. */
    private static Stream<Finding> table(Rollout rollout, Location.InFile location, SqlName name) {
        MadeObject table = new Standing(Kind.TABLE, name);
        return rollout.before().origin(table).or(() -> rollout.seen().of(table)).stream()
                .filter(origin -> !origin.generated() && !isOfSchema(rollout.before(), name, origin))
                .map(origin -> finding(location, "the table " + name.sql(), origin));
    }

    /** Prisma has worked on it, or it was there from the start: what a first migration makes is often written by other tools. */
    private static boolean isOfSchema(Ledger ledger, SqlName name, Origin origin) {
        boolean touched = ledger.table(name)
                .filter(table -> table.parts().values().stream()
                        .anyMatch(part -> part.origin().generated()))
                .isPresent();
        Optional<String> first = ledger.standing().values().stream()
                .map(made -> made.location().path())
                .filter(path -> path.endsWith("/migration.sql"))
                .min(Comparator.naturalOrder());
        return touched || first.equals(Optional.of(origin.location().path()));
    }

    /** Indexes and checks go with a column without being named. */
    private static Stream<Finding> along(DropColumn drop, LedgerTable table) {
        return table.parts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue().kind() != PartKind.NOT_NULL
                        && entry.getValue().needed().contains(drop.column()))
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

    /** What goes with a table, apart from what its definition in the schema has too. */
    private static Stream<Finding> along(Location.InFile location, LedgerTable table) {
        return table.parts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !isInSchema(entry.getValue().kind())
                        && !entry.getValue().origin().generated())
                .map(entry -> along(
                        location,
                        table.name(),
                        entry.getValue().kind(),
                        entry.getKey(),
                        entry.getValue().origin()));
    }

    private static Stream<Finding> alongUnsaid(Rollout rollout, Location.InFile location, SqlName table) {
        return unsaidParts(rollout)
                .filter(made -> made.getKey().owner().equals(table.normal())
                        && !isInSchema(made.getKey().kind()))
                .filter(made -> rollout.before().origin(made.getKey()).isEmpty())
                .map(made -> along(
                        location, table, made.getKey().kind(), made.getKey().name(), made.getValue()));
    }

    private static Finding along(Location.InFile location, SqlName table, PartKind kind, String name, Origin origin) {
        return finding(
                location,
                "with the table %s the %s %s".formatted(table.sql(), kind.word(), SqlName.quote(name)),
                origin);
    }

    private static boolean isInSchema(PartKind kind) {
        return kind == PartKind.PRIMARY_KEY || kind == PartKind.FOREIGN_KEY || kind == PartKind.NOT_NULL;
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
