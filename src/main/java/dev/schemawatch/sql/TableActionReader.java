package dev.schemawatch.sql;

import dev.schemawatch.finding.Location;
import dev.schemawatch.sql.Command.Invalid;
import dev.schemawatch.sql.TableAction.AddColumn;
import dev.schemawatch.sql.TableAction.AddConstraint;
import dev.schemawatch.sql.TableAction.AlterColumn;
import dev.schemawatch.sql.TableAction.AttachPartition;
import dev.schemawatch.sql.TableAction.ColumnAlteration;
import dev.schemawatch.sql.TableAction.DetachPartition;
import dev.schemawatch.sql.TableAction.DropColumn;
import dev.schemawatch.sql.TableAction.DropConstraint;
import dev.schemawatch.sql.TableAction.EnforceConstraint;
import dev.schemawatch.sql.TableAction.OtherAction;
import dev.schemawatch.sql.TableAction.RenameColumn;
import dev.schemawatch.sql.TableAction.RenameConstraint;
import dev.schemawatch.sql.TableAction.RenameTable;
import dev.schemawatch.sql.TableAction.SetSchema;
import dev.schemawatch.sql.TableAction.SetStorage;
import dev.schemawatch.sql.TableAction.ToggleTrigger;
import dev.schemawatch.sql.TableAction.ValidateConstraint;
import java.util.Optional;

/** Reads one action of ALTER TABLE. */
final class TableActionReader {
    private final SqlName table;
    private final SqlCursor sql;

    TableActionReader(SqlName table, SqlCursor action) {
        this.table = table;
        this.sql = action;
    }

    /** What PostgreSQL would refuse in it, if anything that is known; the cursor is left where it was. */
    Optional<Invalid> malformed() {
        SqlCursor action = sql.copy();
        if (action.accept("ADD", "CONSTRAINT", "IF", "NOT", "EXISTS")) {
            return Optional.of(MissingGuards.ofConstraint(table, action));
        }
        if (action.accept("ADD", "COLUMN", "IF", "EXISTS")) {
            return Optional.of(new Invalid(
                    "ADD COLUMN has no IF EXISTS",
                    "ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s;".formatted(table.sql(), action.rest())));
        }
        if (action.accept("RENAME", "COLUMN", "IF", "EXISTS")) {
            return Optional.of(new Invalid(
                    "RENAME COLUMN has no IF EXISTS", "look in information_schema.columns in a DO block first"));
        }
        if (action.isAt("MODIFY") || action.isAt("CHANGE")) {
            return Optional.of(new Invalid(
                    "MODIFY and CHANGE are MySQL's",
                    "ALTER COLUMN with TYPE, SET NOT NULL or SET DEFAULT, each an action of its own"));
        }
        return action.accept("ADD") ? MalformedElement.find(table, action) : Optional.empty();
    }

    /** The action; empty where nothing stands. */
    Optional<TableAction> read() {
        if (sql.atEnd()) {
            return Optional.empty();
        }
        Location.InFile location = sql.location(sql.mark());
        SqlCursor words = sql.copy();
        return known(location)
                .or(() -> Optional.of(new OtherAction(words.keyword().orElse(""), location)));
    }

    private Optional<TableAction> known(Location.InFile location) {
        String verb = sql.keyword().orElse("");
        return switch (verb) {
            case "ADD" -> add(location);
            case "DROP" -> drop(location);
            case "RENAME" -> rename(location);
            case "ALTER" -> alter(location);
            case "VALIDATE" ->
                sql.accept("CONSTRAINT")
                        ? sql.identifier().map(name -> new ValidateConstraint(name, location))
                        : Optional.empty();
            case "ATTACH" ->
                sql.accept("PARTITION")
                        ? sql.name().map(partition -> new AttachPartition(partition, location))
                        : Optional.empty();
            case "DETACH" ->
                sql.accept("PARTITION")
                        ? sql.name()
                                .map(partition -> new DetachPartition(partition, sql.accept("CONCURRENTLY"), location))
                        : Optional.empty();
            case "ENABLE", "DISABLE" -> toggle(verb.equals("ENABLE"), location);
            case "SET" -> set(location);
            default -> Optional.empty();
        };
    }

    private Optional<TableAction> add(Location.InFile location) {
        boolean column = sql.accept("COLUMN");
        boolean ifNotExists = sql.accept("IF", "NOT", "EXISTS");
        TableElementReader reader = new TableElementReader(sql);
        if (ifNotExists || column) {
            return reader.column().map(added -> new AddColumn(added, ifNotExists, location));
        }
        return reader.read().flatMap(element -> switch (element) {
            case TableElement.ColumnDefinition added -> Optional.of(new AddColumn(added, false, location));
            case TableElement.Constraint added -> Optional.of(new AddConstraint(added, location));
            case TableElement.OtherElement _ -> Optional.empty();
        });
    }

    private Optional<TableAction> drop(Location.InFile location) {
        boolean constraint = sql.accept("CONSTRAINT");
        sql.accept("COLUMN");
        boolean ifExists = sql.accept("IF", "EXISTS");
        return sql.identifier()
                .map(name -> constraint
                        ? new DropConstraint(name, ifExists, sql.isAt("CASCADE"), location)
                        : new DropColumn(name, ifExists, sql.isAt("CASCADE"), location));
    }

    private Optional<TableAction> rename(Location.InFile location) {
        if (sql.accept("TO")) {
            return sql.identifier().map(name -> new RenameTable(name, location));
        }
        boolean constraint = sql.accept("CONSTRAINT");
        sql.accept("COLUMN");
        Optional<String> from = sql.identifier();
        Optional<String> to = sql.accept("TO") ? sql.identifier() : Optional.empty();
        return from.flatMap(old -> to.map(name ->
                constraint ? new RenameConstraint(old, name, location) : new RenameColumn(old, name, location)));
    }

    private Optional<TableAction> alter(Location.InFile location) {
        if (sql.accept("CONSTRAINT")) {
            return sql.identifier()
                    .filter(_ -> sql.isAt("ENFORCED"))
                    .map(name -> new EnforceConstraint(name, location));
        }
        sql.accept("COLUMN");
        return sql.identifier().map(column -> new AlterColumn(column, alteration(), location));
    }

    private ColumnAlteration alteration() {
        if (sql.accept("TYPE") || sql.accept("SET", "DATA", "TYPE")) {
            int start = sql.mark();
            SqlType type = TypeReader.read(sql);
            String written = sql.textSince(start);
            boolean collated = sql.isAt("COLLATE");
            boolean using = sql.skipTo("USING");
            sql.advance();
            return new ColumnAlteration.SetType(
                    type, written, collated, using ? Optional.of(sql.rest()) : Optional.empty());
        }
        if (sql.accept("SET", "NOT", "NULL")) {
            return new ColumnAlteration.SetNotNull();
        }
        if (sql.accept("DROP", "NOT", "NULL")) {
            return new ColumnAlteration.DropNotNull();
        }
        if (sql.accept("SET", "DEFAULT")) {
            return new ColumnAlteration.SetDefault(ExpressionReader.of(sql));
        }
        if (sql.accept("DROP", "DEFAULT")) {
            return new ColumnAlteration.DropDefault();
        }
        if (sql.accept("ADD", "GENERATED")) {
            return new ColumnAlteration.AddIdentity();
        }
        if (sql.accept("DROP", "IDENTITY")) {
            return new ColumnAlteration.DropIdentity();
        }
        if (sql.accept("SET", "EXPRESSION")) {
            return new ColumnAlteration.SetExpression();
        }
        return sql.accept("DROP", "EXPRESSION")
                ? new ColumnAlteration.DropExpression()
                : new ColumnAlteration.OtherAlteration();
    }

    private Optional<TableAction> toggle(boolean enable, Location.InFile location) {
        sql.acceptAny("REPLICA", "ALWAYS");
        return sql.accept("TRIGGER")
                ? sql.identifier().map(trigger -> new ToggleTrigger(enable, trigger, location))
                : Optional.empty();
    }

    private Optional<TableAction> set(Location.InFile location) {
        if (sql.accept("SCHEMA")) {
            return sql.identifier().map(schema -> new SetSchema(schema, location));
        }
        if (sql.isAt("LOGGED") || sql.isAt("UNLOGGED") || sql.isAt("ACCESS", "METHOD") || sql.isAt("TABLESPACE")) {
            return Optional.of(new SetStorage("SET " + sql.rest(), location));
        }
        return Optional.empty();
    }
}
