package dev.schemawatch.localserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The word for the setup is each test's own, so that no server that another run kept is taken. */
class ClusterShelfTest {
    private final String setup = UUID.randomUUID().toString();

    @Test
    void a_server_that_was_kept_is_taken_again() throws Exception {
        keep(setup);

        try (LocalServer server = shelf(setup).take(List.of("kept"))) {
            assertThat(hasDatabase(server, "kept")).isTrue();
        }
    }

    @Test
    void a_server_that_was_set_up_otherwise_is_not_taken() throws Exception {
        keep("earlier-" + setup);

        try (LocalServer server = shelf(setup).take(List.of("kept"))) {
            assertThat(hasDatabase(server, "kept")).isFalse();
        }
    }

    private static void keep(String setup) throws Exception {
        ClusterShelf shelf = shelf(setup);
        LocalServer server = shelf.take(List.of());
        try (Connection connection = connect(server, "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE kept TEMPLATE template0");
        }
        shelf.keep(server, List.of("kept"));
    }

    private static boolean hasDatabase(LocalServer server, String name) {
        try {
            connect(server, name).close();
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private static Connection connect(LocalServer server, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, LocalServer.USER, "");
    }

    private static ClusterShelf shelf(String setup) throws IOException {
        return ClusterShelf.of(PostgresBinaries.find(), setup);
    }
}
