package dev.schemawatch.engine;

import dev.schemawatch.schema.ForeignKey;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.sql.SchemaEffect;
import dev.schemawatch.sql.SchemaEffect.Kind;
import dev.schemawatch.sql.SchemaEffect.Rename;
import dev.schemawatch.sql.SchemaEffect.RenameColumn;
import java.util.List;
import java.util.Optional;

/** How the keys that are there will read when the pending migrations have renamed columns and tables. */
final class PendingRenames {
    private final PendingEffects effects;

    PendingRenames(PendingEffects effects) {
        this.effects = effects;
    }

    /** The key as it will be; its own name is left as it is. */
    TableKey of(QualifiedName table, TableKey key) {
        return new TableKey(
                key.kind(),
                key.name(),
                columns(table, key.columns()),
                key.foreign().map(foreign -> of(table, foreign)));
    }

    /** The first migration that renames something in it. */
    Optional<String> firstOf(QualifiedName table, TableKey key) {
        return effects.lasting(
                effect -> renamesOneOf(effect, table, key.columns())
                        || key.foreign()
                                .filter(foreign -> renames(effect, foreign.referencedTable())
                                        || renamesOneOf(effect, foreign.referencedTable(), foreign.referencedColumns()))
                                .isPresent(),
                _ -> false);
    }

    private ForeignKey of(QualifiedName table, ForeignKey key) {
        return new ForeignKey(
                key.name(),
                columns(table, key.columns()),
                table(key.referencedTable()),
                columns(key.referencedTable(), key.referencedColumns()),
                key.onDelete(),
                key.onUpdate());
    }

    private List<String> columns(QualifiedName table, List<String> columns) {
        return columns.stream().map(column -> column(table, column)).toList();
    }

    private String column(QualifiedName table, String column) {
        String name = column;
        for (PendingEffects.Step step : effects.steps()) {
            if (step.effect() instanceof RenameColumn rename
                    && effects.means(rename.table(), table)
                    && rename.from().equals(name)) {
                name = rename.to();
            }
        }
        return name;
    }

    private QualifiedName table(QualifiedName table) {
        QualifiedName name = table;
        for (PendingEffects.Step step : effects.steps()) {
            if (step.effect() instanceof Rename rename && renames(rename, name)) {
                name = effects.resolve(rename.to());
            }
        }
        return name;
    }

    private boolean renames(SchemaEffect effect, QualifiedName table) {
        return effect instanceof Rename rename && rename.kind() == Kind.TABLE && effects.means(rename.from(), table);
    }

    private boolean renamesOneOf(SchemaEffect effect, QualifiedName table, List<String> columns) {
        return effect instanceof RenameColumn rename
                && effects.means(rename.table(), table)
                && columns.contains(rename.from());
    }
}
