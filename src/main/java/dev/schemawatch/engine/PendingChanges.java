package dev.schemawatch.engine;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.SqlStatement;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.PrimaryKey;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which differences will go away once the pending migrations are applied, by the names that their statements
 * mention. A heuristic on purpose: SQL is not interpreted, so a statement that mentions an object, and does not just read
 * or write rows, is taken to bring it to the expected state. When it does not, the difference shows as drift as soon as the migration is applied.
 */
final class PendingChanges {
    private final List<Mentions> migrations;
    private final DatabaseSchema expected;
    private final DatabaseSchema actual;

    private PendingChanges(List<Mentions> migrations, DatabaseSchema expected, DatabaseSchema actual) {
        this.migrations = migrations;
        this.expected = expected;
        this.actual = actual;
    }

    static PendingChanges of(List<Migration> pending, DatabaseSchema expected, DatabaseSchema actual) {
        return new PendingChanges(
                pending.stream()
                        .map(migration -> new Mentions(
                                migration.name(),
                                migration.statements().stream()
                                        .filter(statement -> !statement.isOfRows())
                                        .map(SqlStatement::identifiers)
                                        .toList()))
                        .toList(),
                expected,
                actual);
    }

    /** The first pending migration that speaks of the difference's object. */
    Optional<String> explaining(Difference difference) {
        return migrations.stream()
                .filter(migration ->
                        migration.statements().stream().anyMatch(identifiers -> speaksOf(difference, identifiers)))
                .map(Mentions::migration)
                .findFirst();
    }

    private boolean speaksOf(Difference difference, Set<String> identifiers) {
        SchemaObject object = difference.object();
        String owner = object.owner().name();
        return switch (object.kind()) {
            case NAMESPACE, EXTENSION, ENUM, TABLE, VIEW, SEQUENCE -> identifiers.contains(owner);
            case COLUMN -> identifiers.contains(owner) && identifiers.contains(member(object));
            // DROP INDEX and ALTER INDEX name no table; DROP COLUMN takes keys along without naming them, but what is
            // to be
            // made is named: a column in CREATE TABLE promises no index on it.
            case PRIMARY_KEY, INDEX, FOREIGN_KEY ->
                identifiers.contains(member(object))
                        || (difference.verdict() != Difference.Verdict.MISSING
                                && identifiers.contains(owner)
                                && columns(object).anyMatch(identifiers::contains));
        };
    }

    private static String member(SchemaObject object) {
        return object.member().orElse("");
    }

    /** The columns of a key or index, as it should be and as it is. */
    private Stream<String> columns(SchemaObject object) {
        return Stream.of(expected, actual)
                .map(schema -> schema.tables().get(object.owner()))
                .filter(Objects::nonNull)
                .flatMap(table -> columns(table, member(object)));
    }

    private static Stream<String> columns(Table table, String member) {
        Stream<String> ofPrimaryKey = table.primaryKey().stream()
                .filter(key -> key.name().equals(member))
                .map(PrimaryKey::columns)
                .flatMap(List::stream);
        Stream<String> ofIndexes = table.indexes().stream()
                .filter(index -> index.name().equals(member))
                .flatMap(index -> index.keys().stream())
                .flatMap(key -> switch (key) {
                    case Index.Key.OfColumn column -> Stream.of(column.column());
                    case Index.Key.OfExpression _ -> Stream.empty();
                });
        Stream<String> ofForeignKeys = table.foreignKeys().stream()
                .filter(key -> key.name().equals(member))
                .flatMap(key -> key.columns().stream());
        return Stream.of(ofPrimaryKey, ofIndexes, ofForeignKeys).flatMap(names -> names);
    }

    /** What the statements of a migration mention, each by itself. */
    private record Mentions(String migration, List<Set<String>> statements) {}
}
