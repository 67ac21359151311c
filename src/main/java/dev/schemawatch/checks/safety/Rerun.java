package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a script does that it cannot do twice.
 *
 * @param cleared the names that it drops IF EXISTS: it may create these
 */
record Rerun(Set<String> cleared) {
    Rerun {
        cleared = Set.copyOf(cleared);
    }

    /**
     * A thing that cannot be done twice.
     *
     * @param instead what can
     */
    record Obstacle(String what, String instead) {}

    static Rerun of(Rollout rollout) {
        Set<String> cleared = new HashSet<>();
        rollout.commands(Command.DropObjects.class)
                .filter(step -> step.command().ifExists())
                .forEach(step -> step.command().names().forEach(name -> cleared.add(name.name())));
        rollout.changes(TableAction.DropConstraint.class)
                .filter(change -> change.action().ifExists())
                .forEach(change -> cleared.add(change.action().name()));
        return new Rerun(cleared);
    }

    /** What stands in the way of running the command again. */
    Stream<Obstacle> obstacles(Command command) {
        return switch (command) {
            case Command.CreateTable create
            when !create.ifNotExists() && !isCleared(create.name()) ->
                one(
                        "CREATE TABLE " + create.name().sql(),
                        "CREATE TABLE IF NOT EXISTS " + create.name().sql());
            case Command.CreateIndex index when !index.ifNotExists() -> index(index);
            case Command.CreateType type
            when !isCleared(type.name()) -> guarded("CREATE TYPE " + type.name().sql());
            case Command.CreateDomain domain
            when !isCleared(domain.name()) ->
                guarded("CREATE DOMAIN " + domain.name().sql());
            case Command.CreateOnTable part when !part.orReplace() && !isCleared(part.name()) -> onTable(part);
            case Command.CreateObject create when !create.ifNotExists() && !create.orReplace() -> object(create);
            case Command.DropObjects drop
            when !drop.ifExists() ->
                drop.names().stream()
                        .map(name -> new Obstacle(
                                "DROP " + drop.kind().sql() + " " + name.sql(),
                                "DROP " + drop.kind().sql() + " IF EXISTS " + name.sql()));
            case Command.AlterTable alter ->
                alter.actions().stream().flatMap(action -> action(alter.name(), action).stream());
            case Command.AlterObject alter -> alter(alter);
            case Command.Insert insert
            when !insert.tolerant() ->
                one("INSERT INTO " + insert.table().sql(), "add ON CONFLICT DO NOTHING at its end");
            case Command _ -> Stream.empty();
        };
    }

    private Stream<Obstacle> index(Command.CreateIndex index) {
        if (index.name().filter(this::isCleared).isPresent()) {
            return Stream.empty();
        }
        return index.name()
                .map(name -> one(
                        "CREATE INDEX " + SqlName.quote(name.name()),
                        "CREATE INDEX IF NOT EXISTS " + SqlName.quote(name.name())))
                .orElseGet(() -> one(
                        "CREATE INDEX on " + index.table().sql() + " without a name",
                        "name the index, and write CREATE INDEX IF NOT EXISTS"));
    }

    private static Stream<Obstacle> onTable(Command.CreateOnTable part) {
        String drop = "DROP %s IF EXISTS %s ON %s; in front of it"
                .formatted(part.kind().sql(), part.name().sql(), part.table().sql());
        return one("CREATE " + part.kind().sql() + " " + part.name().sql(), drop);
    }

    private Stream<Obstacle> object(Command.CreateObject create) {
        String words = "CREATE " + create.kind().sql() + " " + create.name().sql();
        if (isCleared(create.name()) || create.temporary()) {
            return Stream.empty();
        }
        return switch (create.kind()) {
            case VIEW, FUNCTION, PROCEDURE, AGGREGATE ->
                one(
                        words,
                        "CREATE OR REPLACE " + create.kind().sql() + " "
                                + create.name().sql());
            case SCHEMA, EXTENSION, SEQUENCE, MATERIALIZED_VIEW, STATISTICS, COLLATION, SERVER ->
                one(
                        words,
                        "CREATE " + create.kind().sql() + " IF NOT EXISTS "
                                + create.name().sql());
            default -> guarded(words);
        };
    }

    private Optional<Obstacle> action(SqlName table, TableAction action) {
        return switch (action) {
            case TableAction.AddColumn add
            when !add.ifNotExists() ->
                obstacle(
                        "ADD COLUMN " + SqlName.quote(add.column().name()),
                        "ADD COLUMN IF NOT EXISTS " + SqlName.quote(add.column().name()));
            case TableAction.AddConstraint add
            when add.constraint().name().filter(cleared::contains).isEmpty() ->
                add.constraint()
                        .name()
                        .map(name -> new Obstacle(
                                "ADD CONSTRAINT " + SqlName.quote(name),
                                "ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s; in front of it"
                                        .formatted(table.sql(), SqlName.quote(name))));
            case TableAction.DropColumn drop
            when !drop.ifExists() ->
                obstacle(
                        "DROP COLUMN " + SqlName.quote(drop.column()),
                        "DROP COLUMN IF EXISTS " + SqlName.quote(drop.column()));
            case TableAction.DropConstraint drop
            when !drop.ifExists() ->
                obstacle(
                        "DROP CONSTRAINT " + SqlName.quote(drop.name()),
                        "DROP CONSTRAINT IF EXISTS " + SqlName.quote(drop.name()));
            case TableAction.RenameColumn rename ->
                obstacle(
                        "RENAME COLUMN " + SqlName.quote(rename.from()),
                        "a DO block that looks into information_schema.columns first");
            case TableAction.RenameTable rename ->
                obstacle("RENAME TO " + SqlName.quote(rename.to()), "ALTER TABLE IF EXISTS " + table.sql());
            case TableAction _ -> Optional.empty();
        };
    }

    private static Stream<Obstacle> alter(Command.AlterObject alter) {
        return switch (alter.action()) {
            case Command.ObjectAction.AddValue add
            when !add.ifNotExists() ->
                one("ADD VALUE '" + add.value() + "'", "ADD VALUE IF NOT EXISTS '" + add.value() + "'");
            case Command.ObjectAction.RenameTo _
            when alter.kind() == ObjectKind.INDEX && alter.ifExists() -> Stream.empty();
            case Command.ObjectAction.RenameTo rename ->
                one("RENAME TO " + SqlName.quote(rename.name()), "a DO block that looks whether it is done already");
            case Command.ObjectAction _ -> Stream.empty();
        };
    }

    private boolean isCleared(SqlName name) {
        return cleared.contains(name.name());
    }

    private static Stream<Obstacle> guarded(String words) {
        return one(words, "put it into DO $$ BEGIN … EXCEPTION WHEN duplicate_object THEN NULL; END $$");
    }

    private static Stream<Obstacle> one(String what, String instead) {
        return Stream.of(new Obstacle(what, instead));
    }

    private static Optional<Obstacle> obstacle(String what, String instead) {
        return Optional.of(new Obstacle(what, instead));
    }
}
