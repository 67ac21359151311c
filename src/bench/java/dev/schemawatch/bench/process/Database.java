package dev.schemawatch.bench.process;

import dev.schemawatch.localserver.LocalServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of the server that the benchmarks start. */
record Database(LocalServer server, String name) {
    /** A URL at which nobody answers. */
    static final String NOBODYS = "postgresql://nobody@127.0.0.1:1/none";

    /** A new one, with what the script makes. */
    static Database create(LocalServer server, String name, String sql) throws SQLException {
        new Database(server, "postgres").execute("CREATE DATABASE " + name);
        Database database = new Database(server, name);
        database.execute(sql);
        database.execute("VACUUM ANALYZE");
        return database;
    }

    String url() {
        return server.url(name);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row; empty when there is none. */
    String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name, LocalServer.USER, "");
    }
}
