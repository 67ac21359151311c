package dev.schemawatch.migration;

import dev.schemawatch.finding.Location;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableElement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements of a migration that may make what they do not name: they run code, or copy the definition of something else.
 *
 * @param statements in order
 */
public record OpaqueStatements(Migration migration, List<SqlStatement> statements) {
    /** The first words of statements that can call a function. */
    private static final Set<String> CALLING = Set.of("SELECT", "WITH", "VALUES", "CALL", "EXECUTE", "IMPORT");

    public OpaqueStatements {
        statements = List.copyOf(statements);
    }

    /** Those of that migration. */
    public static OpaqueStatements of(Migration migration) {
        return new OpaqueStatements(
                migration,
                migration.statements().stream()
                        .filter(OpaqueStatements::isOpaque)
                        .toList());
    }

    /** Whether there are any. */
    public static boolean areIn(Migration migration) {
        return migration.statements().stream().anyMatch(OpaqueStatements::isOpaque);
    }

    private static boolean isOpaque(SqlStatement statement) {
        return switch (statement.command()) {
            case Command.DoBlock _ -> true;
            case Command.Other other -> CALLING.contains(other.verb());
            case Command.Insert insert -> insert.fromQuery();
            case Command.CreateObject create -> create.kind() == ObjectKind.EXTENSION;
            case Command.CreateTable create ->
                create.elements().isEmpty()
                        || create.partitionOf().isPresent()
                        || create.elements().stream().anyMatch(TableElement.OtherElement.class::isInstance)
                        || names(statement, "INHERITS");
            case Command.AlterTable alter ->
                alter.actions().stream().anyMatch(TableAction.AttachPartition.class::isInstance);
            case Command _ -> false;
        };
    }

    /**
     * Where in the migration the object was made: by the one statement that can have done it, of several the one that names it, else
     * somewhere in the file. Statements that say what they do can have made parts of a table that they name.
     */
    Origin maker(MadeObject object) {
        List<SqlStatement> able = migration.statements().stream()
                .filter(statement -> statements.contains(statement)
                        || names(statement, object.owner().name()))
                .toList();
        List<SqlStatement> naming =
                able.stream().filter(statement -> names(statement, object)).toList();
        return Stream.of(able, naming)
                .filter(candidates -> candidates.size() == 1)
                .map(List::getFirst)
                .map(maker -> new Origin(maker.location(), migration.isGenerated(maker)))
                .findFirst()
                .orElseGet(() -> new Origin(
                        Location.InFile.whole(migration.path()), able.stream().anyMatch(migration::isGenerated)));
    }

    /** Whether the object may be another after the migration, or gone: something names it, takes it along, or does not say what it does. */
    boolean mayConcern(MadeObject object) {
        return !statements.isEmpty()
                || migration.statements().stream()
                        .anyMatch(statement -> names(statement, object) || takesAlong(statement, object.owner()));
    }

    private static boolean takesAlong(SqlStatement statement, SqlName owner) {
        return switch (statement.command()) {
            case Command.DropObjects drop -> drop.cascade() || names(statement, owner.name());
            case Command.AlterObject alter -> alter.kind() == ObjectKind.SCHEMA || names(statement, owner.name());
            case Command.AlterTable alter ->
                names(statement, owner.name())
                        && alter.actions().stream()
                                .anyMatch(action -> action instanceof TableAction.DropColumn
                                        || action instanceof TableAction.RenameTable
                                        || action instanceof TableAction.SetSchema);
            case Command _ -> false;
        };
    }

    private static boolean names(SqlStatement statement, MadeObject object) {
        return names(
                statement,
                switch (object) {
                    case MadeObject.Standing(var _, var name) -> name.name();
                    case MadeObject.Column(var _, String name) -> name;
                    case MadeObject.Part(var _, var _, String name) -> name;
                });
    }

    /** In any spelling, be it within a string, or part of another name: rather too often than too seldom. */
    private static boolean names(SqlStatement statement, String name) {
        return statement.text().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
