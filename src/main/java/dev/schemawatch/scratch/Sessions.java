package dev.schemawatch.scratch;

import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.postgres.ConnectionSettings;
import dev.schemawatch.postgres.Failure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Sessions with one database.
 *
 * @param certificates the folder that relative names of certificate files in the URL start from
 */
record Sessions(ConnectionUrl url, Path certificates) {
    private static final String GUARD =
            "SET search_path = pg_catalog; SET statement_timeout = 0; SET default_transaction_read_only = off";

    /**
     * A session for our own, short statements: what they call is PostgreSQL's, whatever a migration has named alike, and whatever it has
     * set for its database.
     */
    Connection open() throws SQLException {
        Connection connection = ConnectionSettings.of(url, certificates).getConnection();
        try {
            run(connection, GUARD);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A session that sends each script as one query, as Prisma before 7.4 does, and waits for its end. With the roles that it makes it
     * may do what a superuser may with all (PostgreSQL manual, createrole_self_grant).
     */
    Connection openForScripts() throws SQLException {
        PGSimpleDataSource source = ConnectionSettings.of(url, certificates);
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        source.setSocketTimeout(0);
        Connection connection = source.getConnection();
        if (connection.getMetaData().getDatabaseMajorVersion() >= RunRole.FIRST_WITH_TAME_CREATEROLE) {
            run(connection, "SET createrole_self_grant = 'set, inherit'");
        }
        return connection;
    }

    /** What an error of this database means, without a secret. */
    ScratchException failure(String doing, SQLException error) {
        return new ScratchException(
                ScratchException.Kind.FAILED,
                doing + ": " + new Failure(url).of(error).message(),
                error);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the rows, as text; a null is left out. */
    static List<String> texts(Connection connection, String sql, List<String> array) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (sql.indexOf('?') >= 0) {
                statement.setArray(1, connection.createArrayOf("text", array.toArray()));
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}
