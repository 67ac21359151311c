package dev.schemawatch.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.PostgresFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The role of a watched database, made as {@code psql} would: with its variables replaced. */
class RoleTest {
    private static final String MAY_READ_THE_HISTORY =
            "SELECT has_table_privilege('schemawatch', 'public._prisma_migrations', 'SELECT')";

    private final PostgresFixture.Database database = PostgresFixture.database();

    @AfterEach
    void drop() {
        database.execute("DROP OWNED BY schemawatch");
        database.execute("DROP ROLE schemawatch");
        database.close();
    }

    @Test
    void a_second_run_grants_what_was_not_there_at_the_first() {
        run();
        database.execute("CREATE TABLE public._prisma_migrations (id text)");
        run();
        assertThat(database.ask(MAY_READ_THE_HISTORY)).containsExactly("t");
    }

    @Test
    void it_reads_no_table_but_the_history() {
        database.execute("CREATE TABLE public._prisma_migrations (id text)");
        database.execute("CREATE TABLE public.\"User\" (id int)");
        run();
        assertThat(database.ask("SELECT has_table_privilege('schemawatch', 'public.\"User\"', 'SELECT')"))
                .containsExactly("f");
        assertThat(database.ask("SELECT has_table_privilege('schemawatch', 'public._prisma_migrations', 'INSERT')"))
                .containsExactly("f");
    }

    private void run() {
        database.execute(
                Manifests.text("role.sql").replace(":'password'", "'a b'").replace(":\"DBNAME\"", database.name()));
    }
}
