package dev.schemawatch.engine;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.sql.SchemaEffect;
import dev.schemawatch.sql.SchemaEffect.AddKey;
import dev.schemawatch.sql.SchemaEffect.DropColumn;
import dev.schemawatch.sql.SchemaEffect.DropKey;
import dev.schemawatch.sql.SchemaEffect.Kind;
import dev.schemawatch.sql.SchemaEffect.RenameKey;
import dev.schemawatch.sql.SqlName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which pending migration brings a primary key, index or foreign key to the expected state. */
final class PendingKeys {
    private final PendingEffects effects;
    private final DatabaseSchema expected;
    private final DatabaseSchema actual;
    private final PendingRenames renames;

    PendingKeys(PendingEffects effects, DatabaseSchema expected, DatabaseSchema actual) {
        this.effects = effects;
        this.expected = expected;
        this.actual = actual;
        this.renames = new PendingRenames(effects);
    }

    Optional<String> explaining(Difference difference) {
        SchemaObject object = difference.object();
        QualifiedName table = object.owner();
        String name = object.member().orElse("");
        List<TableKey> wanted = keys(expected, object);
        List<TableKey> found = keys(actual, object);
        Optional<String> explanation = switch (difference.verdict()) {
            case MISSING ->
                named(wanted, name).flatMap(key -> effects.lasting(making(table, key), takingName(table, key.name())));
            case UNEXPECTED ->
                named(found, name).flatMap(key -> effects.lasting(taking(table, key), makingName(table, key.name())));
            case DIFFERENT, UNDECIDED -> different(difference, wanted, found);
        };
        return explanation.or(() -> carriedAlong(difference, wanted, found));
    }

    private Optional<String> different(Difference difference, List<TableKey> wanted, List<TableKey> found) {
        QualifiedName table = difference.object().owner();
        String name = difference.object().member().orElse("");
        if (difference.aspect().equals(Optional.of("name"))) {
            return named(found, difference.actual())
                    .flatMap(key -> effects.lasting(renaming(table, key.name(), name), _ -> false)
                            .or(() -> effects.replacing(taking(table, key), makingName(table, name))));
        }
        return named(wanted, name)
                .flatMap(key -> found.stream()
                        .filter(other -> other.name().equals(name)
                                || other.columns().equals(key.columns())
                                || difference.object().kind() == ObjectKind.PRIMARY_KEY)
                        .flatMap(other -> effects.replacing(taking(table, other), making(table, key)).stream())
                        .findFirst());
    }

    /** The effects after which there is a key like this one, be it under another name. */
    private Predicate<SchemaEffect> making(QualifiedName table, TableKey key) {
        return makingName(table, key.name())
                .or(effect -> effect instanceof AddKey add
                        && add.kind() == key.kind()
                        && effects.means(add.table(), table)
                        && add.columns().equals(key.columns()));
    }

    private Predicate<SchemaEffect> makingName(QualifiedName table, String name) {
        return effect -> (effect instanceof AddKey add
                        && effects.means(add.table(), table)
                        && add.name().equals(Optional.of(name)))
                || (effect instanceof RenameKey rename && rename.to().equals(name) && isOf(table, rename.table()))
                || effects.renaming(table).test(effect);
    }

    /** The effects after which the key is gone; a foreign key goes with what it refers to as well. */
    private Predicate<SchemaEffect> taking(QualifiedName table, TableKey key) {
        Predicate<SchemaEffect> taking =
                takingName(table, key.name()).or(effect -> dropsOneOf(effect, table, key.columns()));
        return key.foreign()
                .map(foreign -> taking.or(effects.taking(Kind.TABLE, foreign.referencedTable()))
                        .or(effect -> dropsOneOf(effect, foreign.referencedTable(), foreign.referencedColumns())))
                .orElse(taking);
    }

    private Predicate<SchemaEffect> takingName(QualifiedName table, String name) {
        return effect -> (effect instanceof DropKey drop && drop.name().equals(name) && isOf(table, drop.table()))
                || (effect instanceof RenameKey rename && rename.from().equals(name) && isOf(table, rename.table()))
                || effects.taking(Kind.TABLE, table).test(effect);
    }

    private Predicate<SchemaEffect> renaming(QualifiedName table, String from, String to) {
        return effect -> effect instanceof RenameKey rename
                && rename.from().equals(from)
                && rename.to().equals(to)
                && isOf(table, rename.table());
    }

    private boolean dropsOneOf(SchemaEffect effect, QualifiedName table, List<String> columns) {
        return effect instanceof DropColumn drop
                && effects.means(drop.table(), table)
                && columns.contains(drop.column());
    }

    private boolean isOf(QualifiedName table, Optional<SqlName> written) {
        return written.isEmpty() || effects.means(written.get(), table);
    }

    /** Where the key that is expected and the one that is there are the same but for names that change, the key stays. */
    private Optional<String> carriedAlong(Difference difference, List<TableKey> wanted, List<TableKey> found) {
        QualifiedName table = difference.object().owner();
        String name = difference.object().member().orElse("");
        boolean unexpected = difference.verdict() == Difference.Verdict.UNEXPECTED;
        List<TableKey> candidates = unexpected ? named(found, name).stream().toList() : found;
        List<TableKey> goals =
                unexpected ? wanted : named(wanted, name).stream().toList();
        return candidates.stream()
                .flatMap(key -> goals.stream()
                        .filter(goal ->
                                !key.says(goal) && renames.of(table, key).says(goal))
                        .flatMap(_ -> renames.firstOf(table, key).stream()))
                .findFirst();
    }

    private static List<TableKey> keys(DatabaseSchema schema, SchemaObject object) {
        return Optional.ofNullable(schema.tables().get(object.owner())).stream()
                .flatMap(table -> TableKey.of(table, object.kind()))
                .toList();
    }

    private static Optional<TableKey> named(List<TableKey> keys, String name) {
        return keys.stream().filter(key -> key.name().equals(name)).findFirst();
    }
}
