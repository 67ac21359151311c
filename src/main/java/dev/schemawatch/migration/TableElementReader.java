package dev.schemawatch.migration;

import dev.schemawatch.migration.SchemaEffect.AddColumn;
import dev.schemawatch.migration.SchemaEffect.AddKey;
import dev.schemawatch.migration.SchemaEffect.KeyKind;
import dev.schemawatch.migration.SchemaEffect.RenameKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a table is made of: the elements of CREATE TABLE, and what stands behind ADD in ALTER TABLE. */
final class TableElementReader {
    private final SqlName table;
    private final List<SchemaEffect> effects = new ArrayList<>();

    TableElementReader(SqlName table) {
        this.table = table;
    }

    List<SchemaEffect> effects() {
        return effects;
    }

    /** A column, or a constraint of the table. */
    void element(SqlCursor sql) {
        if (sql.isAt("CONSTRAINT") || isConstraint(sql)) {
            constraint(sql);
        } else if (!sql.isAt("LIKE")) {
            column(sql);
        }
    }

    /** A column, with the constraints written behind its type. */
    void column(SqlCursor sql) {
        sql.identifier().ifPresent(column -> {
            effects.add(new AddColumn(table, column));
            Optional<String> name = Optional.empty();
            while (!sql.atEnd()) {
                if (sql.accept("CONSTRAINT")) {
                    name = sql.identifier();
                } else {
                    Optional<KeyKind> kind = inlineKind(sql);
                    if (kind.isPresent()) {
                        effects.add(new AddKey(kind.get(), table, name, List.of(column)));
                    } else {
                        sql.skip();
                    }
                    name = Optional.empty();
                }
            }
        });
    }

    private static Optional<KeyKind> inlineKind(SqlCursor sql) {
        if (sql.accept("PRIMARY", "KEY")) {
            return Optional.of(KeyKind.PRIMARY_KEY);
        }
        if (sql.accept("UNIQUE")) {
            return Optional.of(KeyKind.UNIQUE);
        }
        return sql.accept("REFERENCES") ? Optional.of(KeyKind.FOREIGN_KEY) : Optional.empty();
    }

    private static boolean isConstraint(SqlCursor sql) {
        return sql.isAt("PRIMARY", "KEY")
                || sql.isAt("UNIQUE")
                || sql.isAt("FOREIGN", "KEY")
                || sql.isAt("CHECK")
                || sql.isAt("EXCLUDE");
    }

    private void constraint(SqlCursor sql) {
        Optional<String> name = sql.accept("CONSTRAINT") ? sql.identifier() : Optional.empty();
        if (sql.accept("PRIMARY", "KEY")) {
            key(KeyKind.PRIMARY_KEY, name, sql);
        } else if (sql.accept("UNIQUE")) {
            key(KeyKind.UNIQUE, name, sql);
        } else if (sql.accept("FOREIGN", "KEY")) {
            key(KeyKind.FOREIGN_KEY, name, sql);
        }
    }

    /** {@code (columns)}, or {@code USING INDEX}: the index then takes the constraint's name. */
    private void key(KeyKind kind, Optional<String> name, SqlCursor sql) {
        while (!sql.atEnd() && !sql.isAt('(')) {
            if (sql.accept("USING", "INDEX")) {
                Optional<String> index = sql.identifier();
                index.ifPresent(from -> name.ifPresent(to -> effects.add(new RenameKey(Optional.empty(), from, to))));
                effects.add(new AddKey(kind, table, name.or(() -> index), List.of()));
                return;
            }
            sql.advance();
        }
        effects.add(new AddKey(kind, table, name, ColumnListReader.read(sql)));
    }
}
