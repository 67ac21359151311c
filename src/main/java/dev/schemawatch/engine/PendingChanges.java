package dev.schemawatch.engine;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.sql.SchemaEffect.AddValue;
import dev.schemawatch.sql.SchemaEffect.Kind;
import dev.schemawatch.sql.SchemaEffect.RenameValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which differences will go away once the pending migrations are applied: those that an effect of their statements
 * brings about, object by object. A statement that only names an object explains nothing about it: what was changed by hand
 * stays drift, however many migrations are to come.
 */
final class PendingChanges {
    private final PendingEffects effects;
    private final PendingColumns columns;
    private final PendingKeys keys;
    private final DatabaseSchema expected;
    private final DatabaseSchema actual;

    private PendingChanges(PendingEffects effects, DatabaseSchema expected, DatabaseSchema actual) {
        this.effects = effects;
        this.columns = new PendingColumns(effects, expected, actual);
        this.keys = new PendingKeys(effects, expected, actual);
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * What these migrations will change.
     *
     * @param namespace the schema that a name without one belongs to
     */
    static PendingChanges of(
            List<Migration> pending, String namespace, DatabaseSchema expected, DatabaseSchema actual) {
        return new PendingChanges(PendingEffects.of(pending, namespace), expected, actual);
    }

    /** The first pending migration that brings the object to the expected state. */
    Optional<String> explaining(Difference difference) {
        SchemaObject object = difference.object();
        return switch (object.kind()) {
            case NAMESPACE -> standing(Kind.SCHEMA, difference);
            case EXTENSION -> standing(Kind.EXTENSION, difference);
            case TABLE -> standing(Kind.TABLE, difference);
            case VIEW -> standing(Kind.VIEW, difference);
            case SEQUENCE -> standing(Kind.SEQUENCE, difference);
            case ENUM -> standing(Kind.TYPE, difference).or(() -> values(difference));
            case COLUMN -> columns.explaining(difference);
            case PRIMARY_KEY, INDEX, FOREIGN_KEY -> keys.explaining(difference);
        };
    }

    /** An object that stands alone comes, goes, or is made anew. */
    private Optional<String> standing(Kind kind, Difference difference) {
        QualifiedName name = inNamespace(difference.object().owner());
        var making = effects.making(kind, name);
        var taking = effects.taking(kind, name);
        return switch (difference.verdict()) {
            case MISSING -> effects.lasting(making, taking);
            case UNEXPECTED -> effects.lasting(taking, making);
            case DIFFERENT, UNDECIDED -> effects.replacing(taking, making);
        };
    }

    /** A schema and an extension have no schema of their own: SQL names them by one word. */
    private QualifiedName inNamespace(QualifiedName owner) {
        return owner.schema().isEmpty() ? new QualifiedName(effects.namespace(), owner.name()) : owner;
    }

    /** The labels of an enumerated type; one that nobody brings, and all of them are drift. */
    private Optional<String> values(Difference difference) {
        QualifiedName name = difference.object().owner();
        Optional<EnumType> wanted = Optional.ofNullable(expected.enums().get(name));
        Optional<EnumType> found = Optional.ofNullable(actual.enums().get(name));
        if (wanted.isEmpty() || found.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<String>> explanations = Stream.concat(
                        without(wanted.get(), found.get()).map(value -> bringing(name, value)),
                        without(found.get(), wanted.get()).map(value -> removing(name, value)))
                .toList();
        return explanations.stream().allMatch(Optional::isPresent)
                ? explanations.stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    private Optional<String> bringing(QualifiedName type, String value) {
        return effects.lasting(
                effect -> (effect instanceof AddValue add
                                && effects.means(add.type(), type)
                                && add.value().equals(value))
                        || (effect instanceof RenameValue rename
                                && effects.means(rename.type(), type)
                                && rename.to().equals(value)),
                effect -> effect instanceof RenameValue rename
                        && effects.means(rename.type(), type)
                        && rename.from().equals(value));
    }

    private Optional<String> removing(QualifiedName type, String value) {
        return effects.lasting(
                effect -> effect instanceof RenameValue rename
                        && effects.means(rename.type(), type)
                        && rename.from().equals(value),
                effect -> effect instanceof AddValue add
                        && effects.means(add.type(), type)
                        && add.value().equals(value));
    }

    private static Stream<String> without(EnumType type, EnumType other) {
        return type.values().stream().filter(value -> !other.values().contains(value));
    }
}
