package dev.schemawatch.scratch;

import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.replay.NeededRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Makes the roles of a migration beforehand, on PostgreSQL before version 16: a role that makes roles has any other there, but for
 * those that it has made it may not act. Where the role of the migrations may not make roles, these come without a right: a dry run
 * needs no more of them.
 *
 * @param guard of a role that may do both
 * @param own sessions of the role of the migrations
 */
record MadeRoles(Connection guard, Sessions own, RunRole role) {
    private static final String NOT_ALLOWED = "42501";
    private static final String NOTHING = "NULL";

    /**
     * The script that is left to run, in which everything stands where it stood.
     *
     * @param script of the migration, or what is left of it
     * @throws StatementRefused when a statement that makes a role would fail
     */
    String of(Migration migration, String script) throws SQLException, StatementRefused {
        StringBuilder left = new StringBuilder(script);
        for (NeededRole needed : NeededRole.of(migration)) {
            if (!needed.inBlock()) {
                make(needed, migration);
                blank(left, needed, "");
            } else if (isWritten(needed, script) && isThere(needed, migration)) {
                blank(left, needed, isString(needed, script) ? "" : NOTHING);
            }
        }
        return left.toString();
    }

    /** PostgreSQL complains of everything else in a statement before it looks at the rights of who sends it. */
    private void make(NeededRole needed, Migration migration) throws SQLException, StatementRefused {
        try {
            if (isMade(needed)) {
                role.administer(guard, needed.name());
            } else {
                role.make(guard, needed.name());
            }
        } catch (SQLException e) {
            throw new StatementRefused(place(needed, migration, e), e);
        }
    }

    private boolean isMade(NeededRole needed) throws SQLException {
        try (Connection connection = own.open()) {
            Sessions.run(connection, needed.statement().text());
            return true;
        } catch (SQLException e) {
            if (NOT_ALLOWED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** A block may look first, or catch what fails: PostgreSQL is to say so when it comes to it. */
    private boolean isThere(NeededRole needed, Migration migration) throws SQLException {
        if (Sessions.texts(guard, "SELECT rolname FROM pg_roles", List.of()).contains(needed.name())) {
            return true;
        }
        try {
            make(needed, migration);
            return true;
        } catch (StatementRefused _) {
            return false;
        }
    }

    private static Location.InFile place(NeededRole needed, Migration migration, SQLException error) {
        int from = needed.place().offset();
        return new SqlComplaint(error)
                .offset(needed.statement().text())
                .map(at -> Location.InFile.of(migration.path(), migration.script(), new Span(from + at, from + at)))
                .orElse(needed.place());
    }

    /** Not where doubled quotes have moved everything. */
    private static boolean isWritten(NeededRole needed, String script) {
        return script.startsWith(needed.statement().text(), needed.place().offset());
    }

    /** Whether it is all that a string says: a statement of PL/pgSQL stands behind a word or a semicolon. */
    private static boolean isString(NeededRole needed, String script) {
        String before = script.substring(0, needed.place().offset()).stripTrailing();
        return before.endsWith("'") || before.endsWith("$");
    }

    private static void blank(StringBuilder script, NeededRole needed, String instead) {
        Span span = Span.of(needed.place());
        script.replace(span.from(), span.to(), instead + " ".repeat(span.to() - span.from() - instead.length()));
    }
}
