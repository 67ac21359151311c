package dev.schemawatch.migration;

import dev.schemawatch.migration.SchemaEffect.AddKey;
import dev.schemawatch.migration.SchemaEffect.Create;
import dev.schemawatch.migration.SchemaEffect.KeyKind;
import dev.schemawatch.migration.SchemaEffect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind CREATE. A temporary object is gone when the migration is done, and is none. */
final class CreateReader {
    private final SqlCursor sql;
    private final List<SchemaEffect> effects = new ArrayList<>();

    CreateReader(SqlCursor sql) {
        this.sql = sql;
    }

    List<SchemaEffect> read() {
        sql.accept("OR", "REPLACE");
        sql.acceptAny("GLOBAL", "LOCAL");
        if (sql.acceptAny("TEMP", "TEMPORARY")) {
            return effects;
        }
        sql.accept("UNLOGGED");
        if (sql.accept("INDEX")) {
            index(KeyKind.INDEX);
        } else if (sql.accept("UNIQUE", "INDEX")) {
            index(KeyKind.UNIQUE);
        } else {
            ObjectKindReader.read(sql).ifPresent(this::object);
        }
        return effects;
    }

    private void object(Kind kind) {
        sql.accept("IF", "NOT", "EXISTS");
        sql.name().ifPresent(name -> effects.add(new Create(kind, name, kind == Kind.TABLE ? parts(name) : List.of())));
    }

    private List<SchemaEffect> parts(SqlName table) {
        TableElementReader elements = new TableElementReader(table);
        sql.listInParentheses().forEach(elements::element);
        return elements.effects();
    }

    private void index(KeyKind kind) {
        sql.accept("CONCURRENTLY");
        sql.accept("IF", "NOT", "EXISTS");
        Optional<String> name = sql.isAt("ON") ? Optional.empty() : sql.name().map(SqlName::name);
        if (!sql.accept("ON")) {
            return;
        }
        sql.accept("ONLY");
        sql.name().ifPresent(table -> {
            if (sql.accept("USING")) {
                sql.advance();
            }
            effects.add(new AddKey(kind, table, name, ColumnListReader.read(sql)));
        });
    }
}
