package dev.schemawatch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.PrismaHistory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which looks are spared, and above all which are not. */
class LastLookTest {
    private static final String SHOP = """
            CREATE SEQUENCE apart;
            CREATE TYPE colour AS ENUM ('RED');
            CREATE TABLE t (id serial PRIMARY KEY, x int DEFAULT 1, y text, d int GENERATED ALWAYS AS (x * 2) STORED);
            CREATE TABLE u (id int PRIMARY KEY, t int CONSTRAINT u_t_fkey REFERENCES t (id));
            CREATE INDEX t_x ON t (x);
            """ + PrismaHistory.TABLE + """
            INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'a', '2020_init');
            """;

    private PostgresFixture.Database database;
    private DatabasePoll poll;

    @BeforeEach
    void open() {
        database = PostgresFixture.database();
        database.execute(SHOP);
        ConnectionUrl.Parsed.Valid valid = (ConnectionUrl.Parsed.Valid) ConnectionUrl.parse(database.url());
        poll = DatabasePoll.keeping(valid.url(), Path.of("."), Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        poll.close();
        database.close();
    }

    @Test
    void a_database_to_which_nothing_was_written_is_not_read_again() {
        Available settled = settled();
        assertThat(look(Optional.empty())).isSameAs(settled);
    }

    @Test
    void rows_of_the_applications_own_tables_do_not_matter() {
        Available settled = settled();
        database.execute("INSERT INTO t (x) VALUES (1); UPDATE t SET x = 2; DELETE FROM t");
        assertThat(look(Optional.empty())).isSameAs(settled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t ADD COLUMN z int",
                "ALTER TABLE t DROP COLUMN y",
                "ALTER TABLE t RENAME COLUMN y TO w",
                "ALTER TABLE t ALTER COLUMN x TYPE bigint USING x, DROP COLUMN d",
                "ALTER TABLE t ALTER COLUMN x SET NOT NULL",
                "ALTER TABLE t ALTER COLUMN x SET DEFAULT 2",
                "ALTER TABLE t ALTER COLUMN x DROP DEFAULT",
                "ALTER TABLE t ALTER COLUMN d DROP EXPRESSION",
                "ALTER TABLE t RENAME TO s",
                "ALTER TABLE t RENAME CONSTRAINT t_pkey TO t_key",
                "ALTER TABLE u DROP CONSTRAINT u_t_fkey",
                "DROP TABLE u",
                "CREATE TABLE s (id int)",
                "CREATE INDEX t_y ON t (y)",
                "CREATE INDEX t_partial ON t (y) WHERE x > 0",
                "ALTER INDEX t_x RENAME TO t_z",
                "DROP INDEX t_x",
                "ALTER TYPE colour ADD VALUE 'BLUE'",
                "ALTER TYPE colour RENAME VALUE 'RED' TO 'BLUE'",
                "ALTER TYPE colour RENAME TO color",
                "CREATE VIEW v AS SELECT 1 AS one",
                "DROP SEQUENCE apart",
                "ALTER SEQUENCE t_id_seq RENAME TO other_seq",
                "CREATE EXTENSION citext",
                "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('2', 'b', '2021_next')",
                "UPDATE _prisma_migrations SET finished_at = now()",
                "DELETE FROM _prisma_migrations",
            })
    void what_changes_the_picture_is_seen(String change) {
        Available before = settled();
        database.execute(change);
        await().untilAsserted(() -> {
            Available after = look(Optional.empty());
            assertThat(List.of(after.schema(), after.history()))
                    .isNotEqualTo(List.of(before.schema(), before.history()));
        });
    }

    @Test
    void a_change_of_the_schema_file_is_compared_with_the_database_anew() {
        Available settled = settled();
        assertThat(look(Optional.of(new DatabaseSchema(
                        new TreeSet<>(List.of("public", "other")),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        Collections.emptySortedSet(),
                        Collections.emptySortedSet(),
                        new TreeMap<>()))))
                .isNotSameAs(settled);
    }

    @Test
    void a_formula_that_was_locked_is_read_as_soon_as_it_can_be() throws SQLException {
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
            Available locked = look(Optional.empty());
            other.rollback();
            assertThat(look(Optional.empty()).schema()).isNotEqualTo(locked.schema());
        }
    }

    /** The state after the sessions that made the tables have told what they wrote. */
    private Available settled() {
        return await().until(
                        () -> List.of(look(Optional.empty()), look(Optional.empty())),
                        looks -> looks.getFirst() == looks.getLast())
                .getLast();
    }

    private Available look(Optional<DatabaseSchema> expected) {
        DatabaseState state = poll.look(expected);
        assertThat(state).isInstanceOf(Available.class);
        return (Available) state;
    }
}
