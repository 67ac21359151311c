package dev.schemawatch.migration;

import dev.schemawatch.migration.MadeObject.Kind;
import dev.schemawatch.migration.MadeObject.Standing;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.ObjectAction;
import dev.schemawatch.sql.Command.Persistence;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Notes where the objects that stand alone are made, and follows them when they are renamed, moved or dropped. */
final class StandingObjectsReader {
    /** What {@code ALTER TABLE} renames and moves, whatever it is (PostgreSQL manual, ALTER TABLE). */
    private static final List<Kind> RELATIONS = List.of(Kind.TABLE, Kind.VIEW, Kind.SEQUENCE);

    private final Map<Standing, Origin> objects = new HashMap<>();

    Map<Standing, Origin> objects() {
        return objects;
    }

    /** Whether it was seen to be made, and is still there. */
    boolean isMade(Standing object) {
        return objects.containsKey(object);
    }

    /** Enters what a statement does to them. */
    void read(Command command, Origin origin) {
        switch (command) {
            case Command.CreateTable create -> {
                if (create.persistence() != Persistence.TEMPORARY) {
                    make(new Standing(Kind.TABLE, create.name()), create.ifNotExists(), origin);
                }
            }
            case Command.CreateType create -> make(new Standing(Kind.TYPE, create.name()), false, origin);
            case Command.CreateObject create -> {
                if (!create.temporary()) {
                    kind(create.kind())
                            .ifPresent(kind -> make(new Standing(kind, create.name()), create.ifNotExists(), origin));
                }
            }
            case Command.AlterTable alter -> alter.actions().forEach(action -> alter(alter.name(), action));
            case Command.AlterObject alter -> kind(alter.kind()).ifPresent(kind -> alter(kind, alter));
            case Command.DropObjects drop ->
                kind(drop.kind()).ifPresent(kind -> drop.names().forEach(name -> drop(kind, name)));
            case Command _ -> {}
        }
    }

    /** A definition that replaces another is the one that holds. */
    private void make(Standing object, boolean unlessThere, Origin origin) {
        if (unlessThere) {
            objects.putIfAbsent(object, origin);
        } else {
            objects.put(object, origin);
        }
    }

    private void alter(SqlName name, TableAction action) {
        switch (action) {
            case TableAction.RenameTable rename ->
                RELATIONS.forEach(kind -> move(new Standing(kind, name), name.sibling(rename.to())));
            case TableAction.SetSchema move ->
                RELATIONS.forEach(kind -> move(new Standing(kind, name), moved(name, move.schema())));
            case TableAction _ -> {}
        }
    }

    private void alter(Kind kind, Command.AlterObject alter) {
        SqlName name = alter.name();
        switch (alter.action()) {
            case ObjectAction.RenameTo(String to)
            when kind == Kind.SCHEMA -> {
                move(new Standing(kind, name), name.sibling(to));
                inSchema(name.name(), inside -> moved(inside, to));
            }
            case ObjectAction.RenameTo(String to) -> move(new Standing(kind, name), name.sibling(to));
            case ObjectAction.SetSchema(String schema)
            when kind != Kind.EXTENSION -> move(new Standing(kind, name), moved(name, schema));
            case ObjectAction _ -> {}
        }
    }

    private void drop(Kind kind, SqlName name) {
        objects.remove(new Standing(kind, name));
        if (kind == Kind.SCHEMA) {
            objects.keySet().removeIf(object -> isIn(object, name.name()));
        }
    }

    private void move(Standing object, SqlName to) {
        Origin origin = objects.remove(object);
        if (origin != null) {
            objects.put(new Standing(object.kind(), to), origin);
        }
    }

    private void inSchema(String schema, UnaryOperator<SqlName> change) {
        List<Standing> inside =
                objects.keySet().stream().filter(object -> isIn(object, schema)).toList();
        inside.forEach(object -> move(object, change.apply(object.name())));
    }

    private static boolean isIn(Standing object, String schema) {
        return object.name().schema().filter(schema::equals).isPresent();
    }

    private static SqlName moved(SqlName name, String schema) {
        return new SqlName(Optional.of(schema), name.name());
    }

    private static Optional<Kind> kind(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE -> Optional.of(Kind.TABLE);
            case VIEW, MATERIALIZED_VIEW -> Optional.of(Kind.VIEW);
            case SEQUENCE -> Optional.of(Kind.SEQUENCE);
            case TYPE -> Optional.of(Kind.TYPE);
            case SCHEMA -> Optional.of(Kind.SCHEMA);
            case EXTENSION -> Optional.of(Kind.EXTENSION);
            default -> Optional.empty();
        };
    }
}
