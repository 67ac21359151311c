package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.migration.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * An empty database that may be written to. Closing it undoes all that was done to it; a second call does nothing. It is
 * closed as well when the process is told to end, from another thread.
 */
public sealed interface Scratch extends AutoCloseable permits LocalScratch, ServerScratch {

    /** By which it is looked at. */
    ConnectionUrl url();

    /** Where it is, for people. */
    String display();

    /** How many of the migrations are in it already, from an earlier run. */
    default int reused() {
        return 0;
    }

    /**
     * So many migrations are applied, no session is open, and a run with the same migrations may begin here.
     *
     * @param applied not zero
     */
    default void settled(int applied) throws SQLException {}

    /** A session in which scripts run: as one query, without a limit of time. Who opens it closes it. */
    Connection open() throws SQLException;

    /** Has the server end that session. */
    void terminate(int pid) throws SQLException;

    /**
     * The extensions of these names that the server does not have.
     *
     * @throws ScratchException when it does not say
     */
    List<String> lacking(List<String> extensions);

    /**
     * Makes those of these roles that the server does not have, so that scripts may speak of them.
     *
     * @throws ScratchException when the server refuses
     */
    void admit(List<String> roles);

    /**
     * Does for a migration what its role may not do itself and could do elsewhere.
     *
     * @return the script to run, in which everything stands where it stood
     * @throws StatementRefused when that would fail in the migration as well
     */
    String prepare(Migration migration) throws SQLException, StatementRefused;

    /** @throws ScratchException when something could not be undone */
    @Override
    void close();
}
