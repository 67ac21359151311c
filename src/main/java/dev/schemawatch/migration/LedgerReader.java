package dev.schemawatch.migration;

import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.LedgerTable.Column;
import dev.schemawatch.migration.LedgerTable.Part;
import dev.schemawatch.migration.LedgerTable.PartKind;
import dev.schemawatch.migration.MadeObject.Kind;
import dev.schemawatch.migration.MadeObject.Standing;
import dev.schemawatch.sql.ColumnMentions;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableAction.ColumnAlteration;
import dev.schemawatch.sql.TableElement;
import dev.schemawatch.sql.TableElement.Constraint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Keeps the ledger of one migration after the other. */
public final class LedgerReader {
    private final Map<SqlName, LedgerTable> tables = new HashMap<>();
    private final StandingObjectsReader standing = new StandingObjectsReader();
    private boolean byPrisma;
    private boolean generated;

    /** What the migrations make one after the other. */
    public static Ledger read(List<Migration> migrations) {
        LedgerReader reader = new LedgerReader();
        migrations.forEach(reader::add);
        return reader.ledger();
    }

    /** What was made so far. */
    public Ledger ledger() {
        return new Ledger(tables, standing.objects());
    }

    /** Enters what the migration does. */
    public void add(Migration migration) {
        byPrisma = migration.author() == Migration.Author.PRISMA;
        for (SqlStatement statement : migration.statements()) {
            generated = migration.isGenerated(statement);
            command(statement.command(), statement.location());
        }
    }

    private void command(Command command, Location.InFile location) {
        switch (command) {
            case Command.CreateTable create -> create(create, location);
            case Command.AlterTable alter -> alter.actions().forEach(action -> action(alter.name(), action));
            case Command.CreateIndex index -> index(index, location);
            case Command.CreateOnTable part -> part(part, location);
            case Command.AlterObject alter -> rename(alter);
            case Command.DropObjects drop -> drop(drop);
            case Command.DoBlock block ->
                block.statements().forEach(statement -> command(statement.command(), statement.location()));
            case Command _ -> {}
        }
        standing.read(command, origin(location));
    }

    private void index(Command.CreateIndex index, Location.InFile location) {
        Part made = new Part(
                index.unique() ? PartKind.UNIQUE : PartKind.INDEX,
                index.columns(),
                ColumnMentions.in(index.definition()),
                index.definition(),
                true,
                new Origin(location, generated && isExpressible(index)));
        change(
                index.table(),
                location,
                table -> index.ifNotExists() && table.part(name(index)).isPresent()
                        ? table
                        : table.with(name(index), made));
    }

    /** Whether a Prisma schema can say this; people complete generated statements by hand. */
    private static boolean isExpressible(Command.CreateIndex index) {
        return !index.columns().isEmpty()
                && !index.definition().toUpperCase(Locale.ROOT).contains(" WHERE ");
    }

    /** PostgreSQL makes up the name of an index in this way, and counts where it is taken (manual, CREATE INDEX). */
    private static String name(Command.CreateIndex index) {
        return index.name()
                .map(SqlName::name)
                .orElse(index.table().name() + "_" + String.join("_", index.columns()) + "_idx");
    }

    private void create(Command.CreateTable create, Location.InFile location) {
        if (create.ifNotExists() && standing.isMade(new Standing(Kind.TABLE, create.name()))) {
            return;
        }
        // A hand-written script may stand before the one that makes its table: what it made stays.
        tables.putIfAbsent(create.name().normal(), empty(create.name(), location));
        if (create.partitioned()) {
            change(create.name(), location, LedgerTable::asPartitioned);
        }
        for (TableElement element : create.elements()) {
            switch (element) {
                case TableElement.ColumnDefinition column -> column(create.name(), column, byPrisma);
                case Constraint constraint -> constraint(create.name(), constraint);
                case TableElement.OtherElement _ -> {}
            }
        }
    }

    private void column(SqlName table, TableElement.ColumnDefinition column, boolean fromSchema) {
        change(
                table,
                column.location(),
                known -> known.with(
                        column.name(),
                        new Column(
                                column.type(),
                                column.isRequired(),
                                column.generation().equals(Optional.of(TableElement.Generation.VIRTUAL)),
                                new Origin(column.location(), fromSchema))));
        column.constraints().forEach(constraint -> constraint(table, constraint));
    }

    private void constraint(SqlName table, Constraint constraint) {
        PartKind kind = switch (constraint.kind()) {
            case PRIMARY_KEY -> PartKind.PRIMARY_KEY;
            case UNIQUE -> constraint.withoutOverlaps() ? PartKind.EXCLUDE : PartKind.UNIQUE;
            case FOREIGN_KEY -> PartKind.FOREIGN_KEY;
            case CHECK -> PartKind.CHECK;
            case EXCLUDE -> PartKind.EXCLUDE;
            case NOT_NULL -> PartKind.NOT_NULL;
        };
        constraint
                .usingIndex()
                .ifPresent(index -> change(table, constraint.location(), known -> known.withoutPart(index)));
        Part part = new Part(
                kind,
                constraint.columns(),
                needed(constraint),
                constraint.definition(),
                constraint.enforced() && !constraint.notValid(),
                new Origin(constraint.location(), generated && isExpressible(kind) && !constraint.withoutOverlaps()));
        String name = constraint.name().or(constraint::usingIndex).orElseGet(() -> constraint.nameOn(table));
        change(table, constraint.location(), owner -> required(owner.with(name, part), part));
    }

    /** A NOT NULL constraint that holds for every row makes the column required. */
    private static LedgerTable required(LedgerTable table, Part part) {
        return part.kind() == PartKind.NOT_NULL && part.valid() ? table.withRequired(part.columns(), true) : table;
    }

    private static LedgerTable validated(LedgerTable table, String constraint) {
        return table.part(constraint)
                .map(Part::validated)
                .map(part -> required(table.with(constraint, part), part))
                .orElse(table);
    }

    private static LedgerTable without(LedgerTable table, String constraint) {
        return table.part(constraint)
                .filter(part -> part.kind() == PartKind.NOT_NULL)
                .map(part -> table.withRequired(part.columns(), false))
                .orElse(table)
                .withoutPart(constraint);
    }

    /** A foreign key names columns of another table as well. */
    private static Set<String> needed(Constraint constraint) {
        Set<String> needed = new HashSet<>(constraint.columns());
        if (constraint.kind() != TableElement.ConstraintKind.FOREIGN_KEY) {
            needed.addAll(ColumnMentions.in(constraint.definition()));
        }
        return needed;
    }

    private static boolean isExpressible(PartKind kind) {
        return switch (kind) {
            case INDEX, UNIQUE, PRIMARY_KEY, FOREIGN_KEY, NOT_NULL -> true;
            case CHECK, EXCLUDE, TRIGGER, POLICY -> false;
        };
    }

    private void action(SqlName table, TableAction action) {
        Location.InFile location = action.location();
        switch (action) {
            case TableAction.AddColumn add -> {
                if (!add.ifNotExists() || !hasColumn(table, add.column().name())) {
                    column(table, add.column(), generated);
                }
            }
            case TableAction.DropColumn drop -> change(table, location, known -> known.withoutColumn(drop.column()));
            case TableAction.RenameColumn rename ->
                change(table, location, known -> known.withRenamed(rename.from(), rename.to()));
            case TableAction.AlterColumn alter -> alter(table, alter);
            case TableAction.AddConstraint add -> constraint(table, add.constraint());
            case TableAction.DropConstraint drop -> change(table, location, known -> without(known, drop.name()));
            case TableAction.ValidateConstraint validate ->
                change(table, location, known -> validated(known, validate.name()));
            case TableAction.EnforceConstraint enforce ->
                change(table, location, known -> validated(known, enforce.name()));
            case TableAction.RenameConstraint rename ->
                change(table, location, known -> renamed(known, rename.from(), rename.to()));
            case TableAction.RenameTable rename -> renameTable(table, table.sibling(rename.to()));
            case TableAction.SetSchema move ->
                renameTable(table, new SqlName(Optional.of(move.schema()), table.name()));
            case TableAction.AttachPartition _,
                    TableAction.DetachPartition _,
                    TableAction.ToggleTrigger _,
                    TableAction.SetStorage _,
                    TableAction.OtherAction _ -> {}
        }
    }

    private boolean hasColumn(SqlName table, String column) {
        LedgerTable known = tables.get(table.normal());
        return known != null && known.column(column).isPresent();
    }

    private void alter(SqlName table, TableAction.AlterColumn alter) {
        change(
                table,
                alter.location(),
                known -> known.column(alter.column())
                        .map(column -> switch (alter.alteration()) {
                            case ColumnAlteration.SetType type ->
                                known.with(alter.column(), column.withType(type.type()));
                            case ColumnAlteration.SetNotNull _ -> known.with(alter.column(), column.withRequired(true));
                            case ColumnAlteration.DropNotNull _ ->
                                known.with(alter.column(), column.withRequired(false));
                            case ColumnAlteration _ -> known;
                        })
                        .orElse(known));
    }

    private void part(Command.CreateOnTable part, Location.InFile location) {
        Optional<PartKind> kind = part.kind() == ObjectKind.TRIGGER
                ? Optional.of(PartKind.TRIGGER)
                : part.kind() == ObjectKind.POLICY ? Optional.of(PartKind.POLICY) : Optional.empty();
        kind.ifPresent(known -> change(
                part.table(),
                location,
                table -> table.with(
                        part.name().name(), new Part(known, List.of(), Set.of(), "", true, origin(location)))));
    }

    private void rename(Command.AlterObject alter) {
        if (alter.action() instanceof Command.ObjectAction.RenameTo rename && alter.kind() == ObjectKind.INDEX) {
            tables.replaceAll((_, table) -> renamed(table, alter.name().name(), rename.name()));
        }
    }

    private static LedgerTable renamed(LedgerTable table, String from, String to) {
        return table.part(from)
                .map(part -> table.withoutPart(from).with(to, part))
                .orElse(table);
    }

    private void renameTable(SqlName from, SqlName to) {
        LedgerTable table = tables.remove(from.normal());
        if (table != null) {
            tables.put(to.normal(), table.named(to));
        }
    }

    private void drop(Command.DropObjects drop) {
        for (SqlName name : drop.names()) {
            switch (drop.kind()) {
                case TABLE, FOREIGN_TABLE -> tables.remove(name.normal());
                case INDEX -> tables.replaceAll((_, table) -> table.withoutPart(name.name()));
                case TRIGGER, POLICY ->
                    drop.table()
                            .ifPresent(table -> tables.computeIfPresent(
                                    table.normal(), (_, known) -> known.withoutPart(name.name())));
                default -> {}
            }
        }
    }

    /** A table that nobody was seen to make is entered with what is done to it. */
    private void change(SqlName name, Location.InFile location, UnaryOperator<LedgerTable> change) {
        LedgerTable known = tables.get(name.normal());
        tables.put(name.normal(), change.apply(known == null ? empty(name, location) : known));
    }

    private LedgerTable empty(SqlName name, Location.InFile location) {
        return new LedgerTable(name, origin(location), false, Map.of(), Map.of());
    }

    private Origin origin(Location.InFile location) {
        return new Origin(location, generated);
    }
}
