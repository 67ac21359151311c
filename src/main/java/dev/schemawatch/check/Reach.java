package dev.schemawatch.check;

import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.sql.TableAction;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects of a database some statements can define anew. Rows, rights and comments are none of it; what cannot be read
 * for sure (code, renames, CASCADE) may reach anything.
 *
 * @param tables tables that are made, altered or dropped, or that get or lose an index
 * @param types types that are made, altered or dropped
 * @param indexes indexes that are dropped: the statement does not say of which table
 * @param surroundings whether schemas or extensions are made, altered or dropped
 * @param anything whether there is no telling
 */
public record Reach(
        Set<SqlName> tables, Set<SqlName> types, Set<String> indexes, boolean surroundings, boolean anything) {
    /** Of no statement. */
    public static final Reach NONE = new Reach(Set.of(), Set.of(), Set.of(), false, false);

    /** Of statements that cannot be read. */
    public static final Reach ANYTHING = new Reach(Set.of(), Set.of(), Set.of(), true, true);

    /** What begins so defines nothing, whatever follows. */
    private static final Set<String> HARMLESS = Set.of(
            "ANALYZE",
            "CHECKPOINT",
            "COMMENT",
            "GRANT",
            "LISTEN",
            "NOTIFY",
            "RESET",
            "REVOKE",
            "SECURITY",
            "SHOW",
            "UNLISTEN");

    public Reach {
        tables = Set.copyOf(tables);
        types = Set.copyOf(types);
        indexes = Set.copyOf(indexes);
    }

    /** Of these statements together. */
    public static Reach of(Collection<SqlStatement> statements) {
        Collector collector = new Collector();
        statements.forEach(statement -> collector.add(statement.command(), statement.text()));
        return new Reach(
                collector.tables,
                collector.types,
                collector.indexes,
                collector.wide.contains(Wide.SURROUNDINGS),
                collector.wide.contains(Wide.ANYTHING));
    }

    /** Of both. */
    public Reach and(Reach other) {
        return new Reach(
                union(tables, other.tables),
                union(types, other.types),
                union(indexes, other.indexes),
                surroundings || other.surroundings,
                anything || other.anything);
    }

    /**
     * Whether the table may be defined anew.
     *
     * @param itsIndexes names of the indexes that it has, or had
     */
    public boolean reachesTable(QualifiedName table, Collection<String> itsIndexes) {
        return anything || names(tables, table) || itsIndexes.stream().anyMatch(indexes::contains);
    }

    /** Whether the type may be defined anew. */
    public boolean reachesType(QualifiedName type) {
        return anything || names(types, type);
    }

    /** Whether a schema or an extension may be defined anew. */
    public boolean reachesSurroundings() {
        return anything || surroundings;
    }

    /** A name without a schema may mean one in any: the search path is the connection's. */
    private static boolean names(Set<SqlName> written, QualifiedName object) {
        return written.contains(new SqlName(Optional.empty(), object.name()))
                || written.contains(new SqlName(Optional.of(object.schema()), object.name()));
    }

    private static <T> Set<T> union(Set<T> left, Set<T> right) {
        Set<T> union = new HashSet<>(left);
        union.addAll(right);
        return union;
    }

    /** What is more than single objects. */
    private enum Wide {
        SURROUNDINGS,
        ANYTHING
    }

    private static final class Collector {
        private final Set<SqlName> tables = new HashSet<>();
        private final Set<SqlName> types = new HashSet<>();
        private final Set<String> indexes = new HashSet<>();
        private final Set<Wide> wide = EnumSet.noneOf(Wide.class);

        void add(Command command, String text) {
            switch (command) {
                case Command.CreateTable create -> {
                    tables.add(create.name());
                    create.partitionOf().ifPresent(tables::add);
                }
                case Command.AlterTable alter -> {
                    tables.add(alter.name());
                    alter.actions().forEach(this::add);
                }
                case Command.CreateIndex create -> tables.add(create.table());
                case Command.CreateType create -> types.add(create.name());
                case Command.CreateDomain create -> types.add(create.name());
                case Command.CreateOnTable create -> tables.add(create.table());
                case Command.CreateObject create -> add(create.kind(), List.of(create.name()));
                case Command.AlterObject alter -> {
                    anythingIf(alter.kind() == ObjectKind.INDEX
                            || alter.action() instanceof Command.ObjectAction.RenameTo
                            || alter.action() instanceof Command.ObjectAction.SetSchema);
                    add(alter.kind(), List.of(alter.name()));
                }
                case Command.DropObjects drop -> {
                    anythingIf(drop.cascade());
                    drop.table().ifPresent(tables::add);
                    add(drop.kind(), drop.names());
                }
                case Command.DoBlock _, Command.Invalid _ -> anythingIf(true);
                case Command.Other(String verb) -> anythingIf(!HARMLESS.contains(verb) && text.contains("("));
                case Command.Insert _,
                        Command.Update _,
                        Command.Delete _,
                        Command.Truncate _,
                        Command.Transaction _,
                        Command.SetVariable _,
                        Command.LockTables _,
                        Command.Vacuum _,
                        Command.Cluster _,
                        Command.Reindex _,
                        Command.RefreshView _ -> {}
            }
        }

        private void anythingIf(boolean unclear) {
            if (unclear) {
                wide.add(Wide.ANYTHING);
            }
        }

        private void add(TableAction action) {
            switch (action) {
                case TableAction.RenameTable _,
                        TableAction.RenameColumn _,
                        TableAction.RenameConstraint _,
                        TableAction.SetSchema _ -> anythingIf(true);
                case TableAction.DropColumn drop -> anythingIf(drop.cascade());
                case TableAction.DropConstraint drop -> anythingIf(drop.cascade());
                case TableAction.AttachPartition attach -> tables.add(attach.partition());
                case TableAction.DetachPartition detach -> tables.add(detach.partition());
                case TableAction _ -> {}
            }
        }

        private void add(ObjectKind kind, List<SqlName> names) {
            switch (kind) {
                case TABLE, FOREIGN_TABLE -> tables.addAll(names);
                case TYPE, DOMAIN -> types.addAll(names);
                case INDEX -> names.forEach(name -> indexes.add(name.name()));
                case SCHEMA, EXTENSION -> wide.add(Wide.SURROUNDINGS);
                case FUNCTION, PROCEDURE, ROUTINE, SEQUENCE, EVENT_TRIGGER, OWNED -> anythingIf(true);
                default -> {}
            }
        }
    }
}
