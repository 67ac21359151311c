package dev.schemawatch.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * One read-only snapshot of a database, in which short statements read the catalog. The queries are the {@code .sql} files
 * beside this class.
 */
final class CatalogTransaction implements AutoCloseable {
    /** PostgreSQL manual, appendix A: {@code lock_not_available}. */
    static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Connection connection;

    private CatalogTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Begins the transaction with its limits. */
    static CatalogTransaction begin(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text("begin"));
        }
        return new CatalogTransaction(connection);
    }

    /** The rows of the query of that name, each of whose parameters is the array of these values. */
    <T> List<T> read(String query, Collection<String> values, Row<T> row) throws SQLException {
        String sql = text(query);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long parameters = sql.chars().filter(c -> c == '?').count();
            for (int position = 1; position <= parameters; position++) {
                statement.setArray(position, connection.createArrayOf("text", values.toArray()));
            }
            return rows(statement, row);
        }
    }

    /** The rows of a query given as text, whose parameters are texts. */
    <T> List<T> ask(String sql, List<String> parameters, Row<T> row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int position = 1; position <= parameters.size(); position++) {
                statement.setString(position, parameters.get(position - 1));
            }
            return rows(statement, row);
        }
    }

    /**
     * Runs a part of the look that may fail without taking the rest along: what comes after it finds the transaction as it
     * was, without the locks that the part took.
     *
     * @throws SQLException what the part threw
     */
    <T> T attempt(Part<T> part) throws SQLException {
        run("SAVEPOINT attempt");
        T value;
        try {
            value = part.run();
        } catch (SQLException e) {
            undo(e);
            throw e;
        }
        run("ROLLBACK TO SAVEPOINT attempt");
        return value;
    }

    /** When the session is gone, that is told by the error that is at hand. */
    private void undo(SQLException cause) {
        try {
            run("ROLLBACK TO SAVEPOINT attempt");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends the transaction; there is nothing to keep. */
    @Override
    public void close() throws SQLException {
        run("ROLLBACK");
    }

    /** The strings of an array column. */
    static List<String> strings(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    /** The numbers of a list that the server writes with blanks between, as it does int2vector and oidvector. */
    static List<Long> numbers(String list) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(" ", -1)).map(Long::valueOf).toList();
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(row.map(rows));
            }
            return values;
        }
    }

    /** The query of that name: the file beside this class. */
    static String text(String query) {
        try (InputStream file = CatalogTransaction.class.getResourceAsStream(query + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("no query " + query + ".sql beside " + CatalogTransaction.class);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the look. */
    @FunctionalInterface
    interface Part<T> {
        T run() throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T map(ResultSet row) throws SQLException;
    }
}
