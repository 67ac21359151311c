package dev.schemawatch.sql;

import dev.schemawatch.sql.SchemaEffect.AddColumn;
import dev.schemawatch.sql.SchemaEffect.AddKey;
import dev.schemawatch.sql.SchemaEffect.AddValue;
import dev.schemawatch.sql.SchemaEffect.AlterColumn;
import dev.schemawatch.sql.SchemaEffect.Alteration;
import dev.schemawatch.sql.SchemaEffect.Create;
import dev.schemawatch.sql.SchemaEffect.Drop;
import dev.schemawatch.sql.SchemaEffect.DropColumn;
import dev.schemawatch.sql.SchemaEffect.DropKey;
import dev.schemawatch.sql.SchemaEffect.KeyKind;
import dev.schemawatch.sql.SchemaEffect.Kind;
import dev.schemawatch.sql.SchemaEffect.Rename;
import dev.schemawatch.sql.SchemaEffect.RenameColumn;
import dev.schemawatch.sql.SchemaEffect.RenameKey;
import dev.schemawatch.sql.SchemaEffect.RenameValue;
import dev.schemawatch.sql.TableAction.ColumnAlteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a command into its effects on the schema. A temporary object is gone when the migration is done, and is none. */
final class Effects {
    private final List<SchemaEffect> effects = new ArrayList<>();

    private Effects() {}

    /** The effects of the command, in order; none for what writes rows, or is not understood. */
    static List<SchemaEffect> of(Command command) {
        Effects effects = new Effects();
        effects.command(command);
        return effects.effects;
    }

    private void command(Command command) {
        switch (command) {
            case Command.CreateTable create -> table(create);
            case Command.AlterTable alter -> alter.actions().forEach(action -> action(alter.name(), action));
            case Command.CreateIndex index ->
                effects.add(new AddKey(
                        index.unique() ? KeyKind.UNIQUE : KeyKind.INDEX,
                        index.table(),
                        index.name().map(SqlName::name),
                        index.columns()));
            case Command.CreateType type -> effects.add(new Create(Kind.TYPE, type.name(), List.of()));
            case Command.CreateObject create
            when !create.temporary() ->
                kind(create.kind()).ifPresent(kind -> effects.add(new Create(kind, create.name(), List.of())));
            case Command.AlterObject alter -> object(alter);
            case Command.DropObjects drop -> drop(drop);
            case Command.DoBlock block -> block.statements().forEach(statement -> command(statement.command()));
            case Command _ -> {}
        }
    }

    private void table(Command.CreateTable create) {
        if (create.persistence() == Command.Persistence.TEMPORARY) {
            return;
        }
        Effects parts = new Effects();
        create.elements().forEach(element -> parts.element(create.name(), element));
        effects.add(new Create(Kind.TABLE, create.name(), parts.effects));
    }

    private void element(SqlName table, TableElement element) {
        switch (element) {
            case TableElement.ColumnDefinition column -> {
                effects.add(new AddColumn(table, column.name()));
                column.constraints().forEach(constraint -> constraint(table, constraint));
            }
            case TableElement.Constraint constraint -> constraint(table, constraint);
            case TableElement.OtherElement _ -> {}
        }
    }

    /** An index that becomes a constraint takes the constraint's name. */
    private void constraint(SqlName table, TableElement.Constraint constraint) {
        Optional<String> index = constraint.usingIndex();
        index.ifPresent(from ->
                constraint.name().ifPresent(to -> effects.add(new RenameKey(Optional.empty(), from, to))));
        Optional<KeyKind> kind = switch (constraint.kind()) {
            case PRIMARY_KEY -> Optional.of(KeyKind.PRIMARY_KEY);
            case UNIQUE -> Optional.of(KeyKind.UNIQUE);
            case FOREIGN_KEY -> Optional.of(KeyKind.FOREIGN_KEY);
            case CHECK, EXCLUDE, NOT_NULL -> Optional.empty();
        };
        if (constraint.kind() == TableElement.ConstraintKind.NOT_NULL) {
            constraint
                    .columns()
                    .forEach(column -> effects.add(new AlterColumn(table, column, Alteration.SET_NOT_NULL)));
        }
        kind.filter(_ -> !constraint.withoutOverlaps())
                .ifPresent(known ->
                        effects.add(new AddKey(known, table, constraint.name().or(() -> index), constraint.columns())));
    }

    private void action(SqlName table, TableAction action) {
        switch (action) {
            case TableAction.AddColumn add -> element(table, add.column());
            case TableAction.DropColumn drop -> effects.add(new DropColumn(table, drop.column()));
            case TableAction.RenameColumn rename -> effects.add(new RenameColumn(table, rename.from(), rename.to()));
            case TableAction.AlterColumn alter ->
                alteration(alter.alteration())
                        .ifPresent(alteration -> effects.add(new AlterColumn(table, alter.column(), alteration)));
            case TableAction.AddConstraint add -> constraint(table, add.constraint());
            case TableAction.DropConstraint drop -> effects.add(new DropKey(Optional.of(table), drop.name()));
            case TableAction.RenameConstraint rename ->
                effects.add(new RenameKey(Optional.of(table), rename.from(), rename.to()));
            case TableAction.RenameTable rename ->
                effects.add(new Rename(Kind.TABLE, table, table.sibling(rename.to())));
            case TableAction.SetSchema move ->
                effects.add(new Rename(Kind.TABLE, table, new SqlName(Optional.of(move.schema()), table.name())));
            case TableAction.ValidateConstraint _,
                    TableAction.EnforceConstraint _,
                    TableAction.AttachPartition _,
                    TableAction.DetachPartition _,
                    TableAction.ToggleTrigger _,
                    TableAction.SetStorage _,
                    TableAction.OtherAction _ -> {}
        }
    }

    private static Optional<Alteration> alteration(ColumnAlteration alteration) {
        return switch (alteration) {
            case ColumnAlteration.SetType _ -> Optional.of(Alteration.TYPE);
            case ColumnAlteration.SetNotNull _ -> Optional.of(Alteration.SET_NOT_NULL);
            case ColumnAlteration.DropNotNull _ -> Optional.of(Alteration.DROP_NOT_NULL);
            case ColumnAlteration.SetDefault _, ColumnAlteration.AddIdentity _, ColumnAlteration.SetExpression _ ->
                Optional.of(Alteration.SET_DEFAULT);
            case ColumnAlteration.DropDefault _, ColumnAlteration.DropIdentity _, ColumnAlteration.DropExpression _ ->
                Optional.of(Alteration.DROP_DEFAULT);
            case ColumnAlteration.OtherAlteration _ -> Optional.empty();
        };
    }

    private void object(Command.AlterObject alter) {
        switch (alter.action()) {
            case Command.ObjectAction.RenameTo rename ->
                rename(alter, alter.name().sibling(rename.name()));
            case Command.ObjectAction.SetSchema move ->
                rename(
                        alter,
                        new SqlName(Optional.of(move.schema()), alter.name().name()));
            case Command.ObjectAction.AddValue add -> effects.add(new AddValue(alter.name(), add.value()));
            case Command.ObjectAction.RenameValue rename ->
                effects.add(new RenameValue(alter.name(), rename.from(), rename.to()));
            case Command.ObjectAction.AddConstraint _, Command.ObjectAction.OtherAlteration _ -> {}
        }
    }

    private void rename(Command.AlterObject alter, SqlName to) {
        if (alter.kind() == ObjectKind.INDEX) {
            effects.add(new RenameKey(Optional.empty(), alter.name().name(), to.name()));
        } else {
            kind(alter.kind()).ifPresent(kind -> effects.add(new Rename(kind, alter.name(), to)));
        }
    }

    private void drop(Command.DropObjects drop) {
        for (SqlName name : drop.names()) {
            if (drop.kind() == ObjectKind.INDEX) {
                effects.add(new DropKey(Optional.empty(), name.name()));
            } else {
                kind(drop.kind()).ifPresent(kind -> effects.add(new Drop(kind, name)));
            }
        }
    }

    private static Optional<Kind> kind(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> Optional.of(Kind.TABLE);
            case VIEW, MATERIALIZED_VIEW -> Optional.of(Kind.VIEW);
            case TYPE -> Optional.of(Kind.TYPE);
            case SEQUENCE -> Optional.of(Kind.SEQUENCE);
            case EXTENSION -> Optional.of(Kind.EXTENSION);
            case SCHEMA -> Optional.of(Kind.SCHEMA);
            default -> Optional.empty();
        };
    }
}
