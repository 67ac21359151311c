package dev.schemawatch.engine;

import dev.schemawatch.migration.Migration;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.sql.SchemaEffect;
import dev.schemawatch.sql.SchemaEffect.Create;
import dev.schemawatch.sql.SchemaEffect.Drop;
import dev.schemawatch.sql.SchemaEffect.Kind;
import dev.schemawatch.sql.SchemaEffect.Rename;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the pending migrations will do, in the order in which they will do it.
 *
 * @param namespace the schema that a name without one belongs to
 */
record PendingEffects(List<Step> steps, String namespace) {
    PendingEffects {
        steps = List.copyOf(steps);
    }

    /**
     * What these migrations do. The parts of a table that they create are among it only where they drop or rename the table
     * of that name before: else CREATE TABLE fails, or does nothing, if the table is there, and is all that counts if it is not.
     */
    static PendingEffects of(List<Migration> pending, String namespace) {
        List<Step> steps = new ArrayList<>();
        Set<QualifiedName> taken = new HashSet<>();
        for (Migration migration : pending) {
            for (SqlStatement statement : migration.statements()) {
                for (SchemaEffect effect : statement.effects()) {
                    steps.add(new Step(migration.name(), effect));
                    switch (effect) {
                        case Drop drop when drop.kind() == Kind.TABLE -> taken.add(resolve(drop.name(), namespace));
                        case Rename rename
                        when rename.kind() == Kind.TABLE -> taken.add(resolve(rename.from(), namespace));
                        case Create create
                        when taken.contains(resolve(create.name(), namespace)) ->
                            create.parts().forEach(part -> steps.add(new Step(migration.name(), part)));
                        case SchemaEffect _ -> {}
                    }
                }
            }
        }
        return new PendingEffects(steps, namespace);
    }

    private static QualifiedName resolve(SqlName written, String namespace) {
        return new QualifiedName(written.schema().orElse(namespace), written.name());
    }

    /** The first migration with such an effect that is not undone by a later effect. */
    Optional<String> lasting(Predicate<SchemaEffect> wanted, Predicate<SchemaEffect> undoing) {
        Optional<String> migration = Optional.empty();
        for (Step step : steps) {
            if (wanted.test(step.effect())) {
                migration = migration.or(() -> Optional.of(step.migration()));
            } else if (undoing.test(step.effect())) {
                migration = Optional.empty();
            }
        }
        return migration;
    }

    /** The migration that makes anew what it, or one before it, took away. */
    Optional<String> replacing(Predicate<SchemaEffect> taking, Predicate<SchemaEffect> making) {
        boolean taken = false;
        for (Step step : steps) {
            if (taken && making.test(step.effect())) {
                return Optional.of(step.migration());
            }
            taken |= taking.test(step.effect());
        }
        return Optional.empty();
    }

    /** Whether a statement's name means this object. */
    boolean means(SqlName written, QualifiedName object) {
        return resolve(written).equals(object);
    }

    /** The object that a statement's name means. */
    QualifiedName resolve(SqlName written) {
        return resolve(written, namespace);
    }

    /** The effects by which an object that stands alone comes to be there under that name. */
    Predicate<SchemaEffect> making(Kind kind, QualifiedName object) {
        return effect -> (effect instanceof Create create && create.kind() == kind && means(create.name(), object))
                || (effect instanceof Rename rename && rename.kind() == kind && means(rename.to(), object));
    }

    /** The effects by which it is there under that name no more. */
    Predicate<SchemaEffect> taking(Kind kind, QualifiedName object) {
        return effect -> (effect instanceof Drop drop && drop.kind() == kind && means(drop.name(), object))
                || (effect instanceof Rename rename && rename.kind() == kind && means(rename.from(), object));
    }

    /** The effects by which another table gets this one's name. */
    Predicate<SchemaEffect> renaming(QualifiedName table) {
        return effect -> effect instanceof Rename rename && rename.kind() == Kind.TABLE && means(rename.to(), table);
    }

    /** An effect and the migration that has it. */
    record Step(String migration, SchemaEffect effect) {}
}
