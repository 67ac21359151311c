package dev.schemawatch.migration;

import dev.schemawatch.migration.SchemaEffect.AddValue;
import dev.schemawatch.migration.SchemaEffect.Kind;
import dev.schemawatch.migration.SchemaEffect.Rename;
import dev.schemawatch.migration.SchemaEffect.RenameKey;
import dev.schemawatch.migration.SchemaEffect.RenameValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind ALTER. */
final class AlterReader {
    private final SqlCursor sql;
    private final List<SchemaEffect> effects = new ArrayList<>();

    AlterReader(SqlCursor sql) {
        this.sql = sql;
    }

    List<SchemaEffect> read() {
        if (sql.accept("INDEX")) {
            index();
        } else {
            ObjectKindReader.read(sql).ifPresent(this::object);
        }
        return effects;
    }

    private void index() {
        sql.accept("IF", "EXISTS");
        sql.name()
                .filter(_ -> sql.accept("RENAME", "TO"))
                .ifPresent(from -> sql.identifier()
                        .ifPresent(to -> effects.add(new RenameKey(Optional.empty(), from.name(), to))));
    }

    private void object(Kind kind) {
        sql.accept("IF", "EXISTS");
        sql.accept("ONLY");
        sql.name().ifPresent(name -> {
            if (sql.isAt('*')) {
                sql.advance();
            }
            if (sql.accept("RENAME", "TO")) {
                sql.identifier().ifPresent(to -> effects.add(new Rename(kind, name, new SqlName(name.schema(), to))));
            } else if (sql.accept("SET", "SCHEMA")) {
                sql.identifier()
                        .ifPresent(
                                to -> effects.add(new Rename(kind, name, new SqlName(Optional.of(to), name.name()))));
            } else if (kind == Kind.TABLE) {
                TableActionReader actions = new TableActionReader(name);
                sql.pieces(',').forEach(actions::action);
                effects.addAll(actions.effects());
            } else if (kind == Kind.TYPE) {
                values(name);
            }
        });
    }

    private void values(SqlName type) {
        if (sql.accept("ADD", "VALUE")) {
            sql.accept("IF", "NOT", "EXISTS");
            sql.string().ifPresent(value -> effects.add(new AddValue(type, value)));
        } else if (sql.accept("RENAME", "VALUE")) {
            sql.string()
                    .filter(_ -> sql.accept("TO"))
                    .ifPresent(from -> sql.string().ifPresent(to -> effects.add(new RenameValue(type, from, to))));
        }
    }
}
