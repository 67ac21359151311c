package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.AlterObject;
import dev.schemawatch.sql.Command.AlterTable;
import dev.schemawatch.sql.Command.Invalid;
import dev.schemawatch.sql.Command.ObjectAction;
import dev.schemawatch.sql.Command.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind ALTER. */
final class AlterReader {
    private final SqlCursor sql;

    AlterReader(SqlCursor sql) {
        this.sql = sql;
    }

    Command read() {
        return ObjectKindReader.read(sql)
                .map(this::object)
                .orElseGet(() -> new Invalid("PostgreSQL alters nothing of this kind", "say what is to be altered"));
    }

    private Command object(ObjectKind kind) {
        if (kind == ObjectKind.DEFAULT_PRIVILEGES || kind == ObjectKind.SYSTEM) {
            return new Other("ALTER");
        }
        boolean ifExists = sql.accept("IF", "EXISTS");
        sql.accept("ONLY");
        Optional<SqlName> name = sql.isAt("ALL", "IN") ? Optional.empty() : sql.name();
        if (name.isEmpty()) {
            return kind == ObjectKind.TABLE && !sql.isAt("ALL")
                    ? new Invalid("no table is named behind ALTER TABLE", "name the table")
                    : new Other("ALTER");
        }
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> table(name.get(), ifExists);
            default -> new AlterObject(kind, name.get(), ifExists, action(kind));
        };
    }

    private Command table(SqlName name, boolean ifExists) {
        sql.accept('*');
        List<TableAction> actions = new ArrayList<>();
        for (SqlCursor piece : sql.pieces(',')) {
            TableActionReader reader = new TableActionReader(name, piece);
            Optional<Invalid> malformed = reader.malformed();
            if (malformed.isPresent()) {
                return malformed.get();
            }
            reader.read().ifPresent(actions::add);
        }
        return actions.isEmpty()
                ? new Invalid("it is not said what becomes of the table", "say what is to be altered")
                : new AlterTable(name, ifExists, actions);
    }

    private ObjectAction action(ObjectKind kind) {
        // A function is named with its arguments.
        sql.parentheses();
        if (sql.accept("RENAME", "TO")) {
            return sql.identifier()
                    .<ObjectAction>map(ObjectAction.RenameTo::new)
                    .orElse(other());
        }
        if (sql.accept("SET", "SCHEMA")) {
            return sql.identifier()
                    .<ObjectAction>map(ObjectAction.SetSchema::new)
                    .orElse(other());
        }
        return switch (kind) {
            case TYPE -> label();
            case DOMAIN -> domain();
            default -> other();
        };
    }

    private ObjectAction label() {
        if (sql.accept("ADD", "VALUE")) {
            boolean ifNotExists = sql.accept("IF", "NOT", "EXISTS");
            return sql.string()
                    .<ObjectAction>map(value ->
                            new ObjectAction.AddValue(value, ifNotExists, sql.isAt("BEFORE") || sql.isAt("AFTER")))
                    .orElse(other());
        }
        if (sql.accept("RENAME", "VALUE")) {
            Optional<String> from = sql.string();
            boolean to = sql.accept("TO");
            return from.filter(_ -> to)
                    .flatMap(old -> sql.string().<ObjectAction>map(name -> new ObjectAction.RenameValue(old, name)))
                    .orElse(other());
        }
        return other();
    }

    private ObjectAction domain() {
        if (!sql.accept("ADD")) {
            return other();
        }
        return new TableElementReader(sql)
                .read()
                .flatMap(element -> element instanceof TableElement.Constraint constraint
                        ? Optional.<ObjectAction>of(new ObjectAction.AddConstraint(constraint))
                        : Optional.empty())
                .orElse(other());
    }

    private static ObjectAction other() {
        return new ObjectAction.OtherAlteration();
    }
}
