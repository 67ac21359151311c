package dev.schemawatch.localserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.support.PostgresFixture;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerTest {

    @Test
    void asks_for_the_password_it_was_given() throws Exception {
        try (LocalServer server = LocalServer.start(PostgresBinaries.find(), "s3cret")) {
            String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
            DriverManager.getConnection(url, LocalServer.USER, "s3cret").close();
            assertThatThrownBy(() -> DriverManager.getConnection(url, LocalServer.USER, "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void is_gone_after_it_was_closed() throws Exception {
        LocalServer server = LocalServer.start(PostgresBinaries.find());
        server.close();
        server.close();
        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres", LocalServer.USER, ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("refused");
    }

    @Test
    void every_database_of_the_fixture_is_empty_and_its_own() throws Exception {
        try (PostgresFixture.Database first = PostgresFixture.database();
                PostgresFixture.Database second = PostgresFixture.database()) {
            first.execute("CREATE TABLE t (a int)");
            try (Connection connection = second.connect();
                    ResultSet rows = connection.createStatement().executeQuery("SELECT to_regclass('t') IS NULL")) {
                rows.next();
                assertThat(rows.getBoolean(1)).isTrue();
            }
        }
    }

    @Test
    void a_folder_without_the_programs_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> PostgresBinaries.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("initdb");
    }

    @Test
    void the_archive_is_unpacked_once_and_completely(@TempDir Path cache) throws Exception {
        BinariesArchive archive = BinariesArchive.onClassPath().orElseThrow();
        Path unpacked = archive.unpackedBelow(cache);
        assertThat(PostgresBinaries.in(unpacked.resolve("bin")).program("postgres"))
                .isExecutable();
        assertThat(archive.unpackedBelow(cache)).isEqualTo(unpacked);
        assertThat(cache.toFile().list()).containsExactly(unpacked.getFileName().toString());
    }
}
