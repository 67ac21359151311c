package dev.schemawatch.scratch;

import dev.schemawatch.replay.LockMode;
import dev.schemawatch.replay.MigrationTrace.Change;
import dev.schemawatch.replay.MigrationTrace.TakenLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The relations of a database at one moment, and the locks that the asking session holds on them. Asked in the session that
 * migrates: only there what is not committed can be seen.
 *
 * @param byOid tables, views, sequences and indexes but PostgreSQL's own
 */
record Relations(Map<Long, Relation> byOid) {
    private static final String QUESTION = """
            SELECT c.oid, n.nspname || '.' || c.relname, c.relkind IN ('i', 'I'), coalesce(pg_relation_filenode(c.oid), 0),
                   c.relkind IN ('r', 'm'),
                   (SELECT string_agg(l.mode, ' ') FROM pg_locks l
                    WHERE l.relation = c.oid AND l.pid = pg_backend_pid() AND l.granted AND l.locktype = 'relation')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^pg_(catalog|toast)' AND n.nspname <> 'information_schema' AND c.relkind NOT IN ('c')""";

    static Relations of(Connection connection) throws SQLException {
        Map<Long, Relation> byOid = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUESTION)) {
            while (rows.next()) {
                byOid.put(
                        rows.getLong(1),
                        new Relation(
                                rows.getString(2),
                                rows.getBoolean(3),
                                rows.getLong(4),
                                rows.getBoolean(5),
                                modes(Optional.ofNullable(rows.getString(6)))));
            }
        }
        return new Relations(byOid);
    }

    /** What became of them since then. An index that another of its name took the place of was built anew. */
    List<Change> changesSince(Relations before) {
        Set<String> namesBefore = before.indexNames();
        Set<String> namesNow = indexNames();
        List<Change> changes = new ArrayList<>();
        byOid.forEach((oid, now) -> {
            Relation then = before.byOid.get(oid);
            if (then == null && now.index) {
                boolean anew = namesBefore.contains(now.name);
                changes.add(new Change(anew ? Change.Kind.INDEX_REBUILT : Change.Kind.INDEX_BUILT, now.name));
            } else if (then == null) {
                changes.add(new Change(Change.Kind.CREATED, now.name));
            } else if (then.file != now.file && (now.index || now.hasRows)) {
                changes.add(new Change(now.index ? Change.Kind.INDEX_REBUILT : Change.Kind.REWRITTEN, now.name));
            }
        });
        before.byOid.forEach((oid, then) -> {
            if (!byOid.containsKey(oid) && !(then.index && namesNow.contains(then.name))) {
                changes.add(new Change(Change.Kind.DROPPED, then.name));
            }
        });
        changes.sort(Comparator.comparing(Change::kind).thenComparing(Change::relation));
        return changes;
    }

    /**
     * The locks that came since then, without those on indexes, which nobody asks for but by their tables. A relation that is
     * gone was locked from everybody.
     *
     * @param start what there was before the migration: what is newer, nobody else can wait for
     */
    List<TakenLock> locksSince(Relations before, Relations start) {
        List<TakenLock> locks = new ArrayList<>();
        start.byOid.forEach((oid, first) -> {
            Relation then = before.byOid.get(oid);
            Relation now = byOid.get(oid);
            if (first.index || then == null) {
                return;
            }
            if (now == null) {
                locks.add(new TakenLock(first.name, LockMode.ACCESS_EXCLUSIVE));
            } else {
                Set<LockMode> taken = new HashSet<>(now.locks);
                taken.removeAll(then.locks);
                taken.stream()
                        .max(Comparator.naturalOrder())
                        .filter(mode -> then.locks.stream().allMatch(held -> held.compareTo(mode) < 0))
                        .ifPresent(mode -> locks.add(new TakenLock(first.name, mode)));
            }
        });
        locks.sort(Comparator.comparing(TakenLock::mode).reversed().thenComparing(TakenLock::relation));
        return locks;
    }

    private Set<String> indexNames() {
        return byOid.values().stream()
                .filter(Relation::index)
                .map(Relation::name)
                .collect(Collectors.toSet());
    }

    private static Set<LockMode> modes(Optional<String> names) {
        Set<LockMode> modes = new HashSet<>();
        for (String name : names.orElse("").split(" ", -1)) {
            LockMode.named(name).ifPresent(modes::add);
        }
        return modes;
    }

    /**
     * @param index whether it is an index
     * @param file number of the file with its content, which another takes the place of when it is written anew
     * @param hasRows whether it is a table or a materialized view
     */
    record Relation(String name, boolean index, long file, boolean hasRows, Set<LockMode> locks) {
        Relation {
            locks = Set.copyOf(locks);
        }
    }
}
