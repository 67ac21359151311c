package dev.schemawatch.engine;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.sql.SchemaEffect;
import dev.schemawatch.sql.SchemaEffect.AddColumn;
import dev.schemawatch.sql.SchemaEffect.AddKey;
import dev.schemawatch.sql.SchemaEffect.AlterColumn;
import dev.schemawatch.sql.SchemaEffect.Alteration;
import dev.schemawatch.sql.SchemaEffect.DropColumn;
import dev.schemawatch.sql.SchemaEffect.KeyKind;
import dev.schemawatch.sql.SchemaEffect.Kind;
import dev.schemawatch.sql.SchemaEffect.RenameColumn;
import java.util.Optional;
import java.util.function.Predicate;

/** Which pending migration brings a column to the expected state. */
final class PendingColumns {
    private final PendingEffects effects;
    private final DatabaseSchema expected;
    private final DatabaseSchema actual;

    PendingColumns(PendingEffects effects, DatabaseSchema expected, DatabaseSchema actual) {
        this.effects = effects;
        this.expected = expected;
        this.actual = actual;
    }

    Optional<String> explaining(Difference difference) {
        QualifiedName table = difference.object().owner();
        String name = difference.object().member().orElse("");
        return switch (difference.verdict()) {
            case MISSING -> effects.lasting(making(table, name), taking(table, name));
            case UNEXPECTED -> effects.lasting(taking(table, name), making(table, name));
            case DIFFERENT, UNDECIDED ->
                effects.replacing(taking(table, name), making(table, name)).or(() -> altering(difference, table, name));
        };
    }

    /** What a table that is renamed to this one holds is not known: it counts as what is expected. */
    private Predicate<SchemaEffect> making(QualifiedName table, String column) {
        return effect -> (effect instanceof AddColumn add
                        && effects.means(add.table(), table)
                        && add.column().equals(column))
                || (effect instanceof RenameColumn rename
                        && effects.means(rename.table(), table)
                        && rename.to().equals(column))
                || effects.renaming(table).test(effect);
    }

    private Predicate<SchemaEffect> taking(QualifiedName table, String column) {
        return effect -> (effect instanceof DropColumn drop
                        && effects.means(drop.table(), table)
                        && drop.column().equals(column))
                || (effect instanceof RenameColumn rename
                        && effects.means(rename.table(), table)
                        && rename.from().equals(column))
                || effects.taking(Kind.TABLE, table).test(effect);
    }

    private Optional<String> altering(Difference difference, QualifiedName table, String name) {
        Optional<Column> wanted = column(expected, table, name);
        Optional<Column> found = column(actual, table, name);
        if (wanted.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        Predicate<SchemaEffect> typing = altering(table, name, Alteration.TYPE);
        return switch (difference.aspect().orElse("")) {
            case "type" ->
                effects.lasting(typing, _ -> false)
                        .or(() -> renaming(found.get().type(), wanted.get().type()));
            case "nullability" -> nullability(table, name, wanted.get());
            case "default" ->
                defaultValue(table, name, wanted.get())
                        .or(() -> castAlong(wanted.get(), found.get())
                                ? effects.lasting(typing, _ -> false)
                                : Optional.empty());
            default -> Optional.empty();
        };
    }

    private Optional<String> nullability(QualifiedName table, String name, Column wanted) {
        Predicate<SchemaEffect> dropping = altering(table, name, Alteration.DROP_NOT_NULL);
        Predicate<SchemaEffect> setting = altering(table, name, Alteration.SET_NOT_NULL)
                .or(effect -> effect instanceof AddKey key
                        && key.kind() == KeyKind.PRIMARY_KEY
                        && effects.means(key.table(), table)
                        && key.columns().contains(name));
        return wanted.nullable() ? effects.lasting(dropping, setting) : effects.lasting(setting, dropping);
    }

    private Optional<String> defaultValue(QualifiedName table, String name, Column wanted) {
        Predicate<SchemaEffect> dropping = altering(table, name, Alteration.DROP_DEFAULT);
        Predicate<SchemaEffect> setting = altering(table, name, Alteration.SET_DEFAULT);
        return wanted.defaultValue() instanceof DefaultValue.None
                ? effects.lasting(dropping, setting)
                : effects.lasting(setting, dropping);
    }

    /** ALTER COLUMN … TYPE casts the default too; it neither brings one nor takes one away. */
    private static boolean castAlong(Column wanted, Column found) {
        return !wanted.type().equals(found.type())
                && !(wanted.defaultValue() instanceof DefaultValue.None)
                && !(found.defaultValue() instanceof DefaultValue.None);
    }

    /** A column's type bears another name when the type itself is renamed. */
    private Optional<String> renaming(ColumnType found, ColumnType wanted) {
        QualifiedName before = new QualifiedName(found.schema(), found.name());
        QualifiedName after = new QualifiedName(wanted.schema(), wanted.name());
        return found.list() == wanted.list()
                ? effects.lasting(
                        effect -> effect instanceof SchemaEffect.Rename rename
                                && rename.kind() == Kind.TYPE
                                && effects.means(rename.from(), before)
                                && effects.means(rename.to(), after),
                        _ -> false)
                : Optional.empty();
    }

    private Predicate<SchemaEffect> altering(QualifiedName table, String column, Alteration alteration) {
        return effect -> effect instanceof AlterColumn alter
                && alter.alteration() == alteration
                && effects.means(alter.table(), table)
                && alter.column().equals(column);
    }

    private static Optional<Column> column(DatabaseSchema schema, QualifiedName table, String name) {
        return Optional.ofNullable(schema.tables().get(table)).flatMap(found -> found.column(name));
    }
}
