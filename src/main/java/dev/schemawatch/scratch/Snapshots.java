package dev.schemawatch.scratch;

import dev.schemawatch.replay.PrefixKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What earlier runs came to, each a database of the server that is named after the migrations in it. Roles and settings are the
 * server's: where a migration has made any, nothing of the server is kept.
 */
final class Snapshots {
    /** The role that migrations have. */
    static final String OWNER = "schemawatch_owner";

    private static final String CREATE_OWNER = "CREATE ROLE " + OWNER + " LOGIN CREATEROLE";
    private static final String PREFIX = "snapshot_";
    private static final int MOST = 12;
    private static final int FIRST_WITH_STRATEGIES = 15;

    /**
     * CREATEROLE of older versions may grant any role but a superuser (PostgreSQL manual, 22.2 of version 15): so the roles that
     * reach programs and files are made superusers, of a server that nobody else uses.
     */
    private static final String WITHHOLD = """
            UPDATE pg_authid SET rolsuper = true
            WHERE rolname IN ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files')
            """;

    private final Connection admin;
    private final PrefixKeys keys;
    private final String database;
    private final Set<String> rolesBefore;

    private Snapshots(Connection admin, PrefixKeys keys, String database, Set<String> rolesBefore) {
        this.admin = admin;
        this.keys = keys;
        this.database = database;
        this.rolesBefore = rolesBefore;
    }

    static Snapshots in(Connection admin, PrefixKeys keys, String database) throws SQLException {
        if (!roles(admin).contains(OWNER)) {
            Sessions.run(admin, CREATE_OWNER);
            if (admin.getMetaData().getDatabaseMajorVersion() < RunRole.FIRST_WITH_TAME_CREATEROLE) {
                Sessions.run(admin, WITHHOLD);
            }
        }
        return new Snapshots(admin, keys, database, roles(admin));
    }

    /** What a new server is given, in one word: another one where a release of Schemawatch gives it something else. */
    static String setup() {
        return HexFormat.of().toHexDigits((CREATE_OWNER + RunRole.FIRST_WITH_TAME_CREATEROLE + WITHHOLD).hashCode());
    }

    /** The names that the databases have, fewest migrations first. */
    static List<String> names(PrefixKeys keys) {
        return keys.keys().stream().map(key -> PREFIX + key).toList();
    }

    /**
     * Makes the scratch database: as many migrations as it has now were applied before.
     *
     * @param most how many may be
     * @param usable whether all that has to be known of a snapshot with so many is known
     */
    int restore(int most, IntPredicate usable) throws SQLException {
        List<String> present = present();
        List<String> names = names(keys);
        int applied = most;
        while (applied > 0 && !(present.contains(names.get(applied - 1)) && usable.test(applied))) {
            applied--;
        }
        Sessions.run(admin, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        if (applied > 0 && applied == names.size()) {
            Sessions.run(admin, "ALTER DATABASE " + names.getLast() + " RENAME TO " + database);
        } else {
            String template = applied == 0 ? "template0" : names.get(applied - 1);
            create(database, template);
        }
        return applied;
    }

    /** Keeps what the scratch database holds now; nobody may be in it. */
    void copy(int applied) throws SQLException {
        String name = PREFIX + keys.after(applied);
        if (!present().contains(name)) {
            create(name, database);
        }
    }

    /** Nothing is to be written twice: no WAL of a server whose data may be lost (PostgreSQL manual, CREATE DATABASE, from 15 on). */
    private void create(String name, String template) throws SQLException {
        boolean choice = admin.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_STRATEGIES;
        Sessions.run(
                admin,
                "CREATE DATABASE " + name + " OWNER " + OWNER + " TEMPLATE " + template
                        + (choice ? " STRATEGY file_copy" : ""));
    }

    /**
     * Leaves nothing but snapshots, the newest of them.
     *
     * @param complete whether all migrations are applied in the scratch database, which becomes a snapshot then
     * @return their names; none where the server is not to be used again
     */
    List<String> leave(boolean complete) throws SQLException {
        boolean changed = !roles(admin).equals(rolesBefore)
                || !Sessions.texts(admin, "SELECT setdatabase::text FROM pg_db_role_setting", List.of())
                        .isEmpty();
        if (changed) {
            return List.of();
        }
        String last = complete ? PREFIX + keys.keys().getLast() : database;
        if (complete && !present().contains(last)) {
            Sessions.run(admin, "ALTER DATABASE " + database + " RENAME TO " + last);
        } else {
            Sessions.run(admin, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
        List<String> present = present();
        for (String old : present.subList(0, Math.max(0, present.size() - MOST))) {
            Sessions.run(admin, "DROP DATABASE " + old);
        }
        return present();
    }

    /** The oldest first. */
    private List<String> present() throws SQLException {
        return Sessions.texts(
                admin, "SELECT datname FROM pg_database WHERE datname ^@ '" + PREFIX + "' ORDER BY oid", List.of());
    }

    private static Set<String> roles(Connection admin) throws SQLException {
        return new HashSet<>(Sessions.texts(admin, "SELECT rolname FROM pg_roles", List.of()));
    }
}
