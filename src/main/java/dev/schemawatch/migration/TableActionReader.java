package dev.schemawatch.migration;

import dev.schemawatch.migration.SchemaEffect.AlterColumn;
import dev.schemawatch.migration.SchemaEffect.Alteration;
import dev.schemawatch.migration.SchemaEffect.DropColumn;
import dev.schemawatch.migration.SchemaEffect.DropKey;
import dev.schemawatch.migration.SchemaEffect.RenameColumn;
import dev.schemawatch.migration.SchemaEffect.RenameKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the actions of ALTER TABLE, one by one. */
final class TableActionReader {
    private final SqlName table;
    private final List<SchemaEffect> effects = new ArrayList<>();

    TableActionReader(SqlName table) {
        this.table = table;
    }

    List<SchemaEffect> effects() {
        return effects;
    }

    void action(SqlCursor sql) {
        if (sql.accept("ADD")) {
            add(sql);
        } else if (sql.accept("DROP")) {
            drop(sql);
        } else if (sql.accept("RENAME")) {
            rename(sql);
        } else if (sql.accept("ALTER")) {
            sql.accept("COLUMN");
            sql.identifier()
                    .ifPresent(column -> alteration(sql)
                            .ifPresent(alteration -> effects.add(new AlterColumn(table, column, alteration))));
        }
    }

    private void add(SqlCursor sql) {
        TableElementReader element = new TableElementReader(table);
        boolean column = sql.accept("COLUMN");
        if (sql.accept("IF", "NOT", "EXISTS") || column) {
            element.column(sql);
        } else {
            element.element(sql);
        }
        effects.addAll(element.effects());
    }

    private void drop(SqlCursor sql) {
        boolean constraint = sql.accept("CONSTRAINT");
        sql.accept("COLUMN");
        sql.accept("IF", "EXISTS");
        sql.identifier()
                .ifPresent(name ->
                        effects.add(constraint ? new DropKey(Optional.of(table), name) : new DropColumn(table, name)));
    }

    private void rename(SqlCursor sql) {
        boolean constraint = sql.accept("CONSTRAINT");
        sql.accept("COLUMN");
        sql.identifier()
                .filter(_ -> sql.accept("TO"))
                .ifPresent(from -> sql.identifier()
                        .ifPresent(to -> effects.add(
                                constraint
                                        ? new RenameKey(Optional.of(table), from, to)
                                        : new RenameColumn(table, from, to))));
    }

    private static Optional<Alteration> alteration(SqlCursor sql) {
        if (sql.accept("TYPE") || sql.accept("SET", "DATA", "TYPE")) {
            return Optional.of(Alteration.TYPE);
        }
        if (sql.accept("SET", "NOT", "NULL")) {
            return Optional.of(Alteration.SET_NOT_NULL);
        }
        if (sql.accept("DROP", "NOT", "NULL")) {
            return Optional.of(Alteration.DROP_NOT_NULL);
        }
        if (sql.accept("SET", "DEFAULT") || sql.accept("ADD", "GENERATED") || sql.accept("SET", "EXPRESSION")) {
            return Optional.of(Alteration.SET_DEFAULT);
        }
        if (sql.accept("DROP", "DEFAULT") || sql.accept("DROP", "IDENTITY") || sql.accept("DROP", "EXPRESSION")) {
            return Optional.of(Alteration.DROP_DEFAULT);
        }
        return Optional.empty();
    }
}
