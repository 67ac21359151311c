package dev.schemawatch.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.migration.Ledger;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Script;
import dev.schemawatch.migration.SeenMakers;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.workspace.Fingerprint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which statements share a transaction, and which tables nobody uses yet. */
final class RolloutTest {

    @Test
    void several_statements_of_one_query_are_one_transaction() {
        assertThat(transactions("SELECT 1; SELECT 2", true)).containsExactly(1, 1);
        assertThat(transactions("SELECT 1", true)).containsExactly(0);
    }

    @Test
    void statements_that_are_sent_one_by_one_have_transactions_of_their_own() {
        assertThat(transactions("SELECT 1; SELECT 2", false)).containsExactly(0, 0);
    }

    @Test
    void begin_and_commit_are_what_they_say() {
        assertThat(transactions("SELECT 1; BEGIN; SELECT 2; COMMIT; SELECT 3; BEGIN; ROLLBACK", false))
                .containsExactly(0, 1, 1, 1, 0, 2, 2);
        assertThat(transactions("SELECT 1; COMMIT; SELECT 2", true)).containsExactly(1, 1, 2);
    }

    @Test
    void statements_in_a_block_stand_in_its_place() {
        Rollout rollout = rollout("DO $$ BEGIN ALTER TABLE a ADD b int; DROP TABLE c; END $$", true);
        assertThat(rollout.steps()).hasSize(2).allMatch(Rollout.Step::inBlock);
    }

    @Test
    void a_table_that_the_migration_makes_is_made_under_every_name_that_it_gets() {
        Rollout rollout = rollout("CREATE TABLE public.a (); ALTER TABLE a RENAME TO b; ALTER TABLE c ADD d int", true);
        assertThat(rollout.isMade(name("a"))).isTrue();
        assertThat(rollout.isMade(name("b"))).isTrue();
        assertThat(rollout.changes(TableAction.class))
                .singleElement()
                .extracting(Rollout.Change::table)
                .isEqualTo(name("c"));
    }

    @Test
    void a_table_that_is_made_if_it_is_not_there_is_there_when_it_was() {
        LedgerReader ledger = new LedgerReader();
        ledger.add(migration("CREATE TABLE a (id int)"));
        Migration later = migration("CREATE TABLE IF NOT EXISTS a (id int); CREATE TABLE IF NOT EXISTS b ()");
        Rollout rollout = Rollout.of(later, ledger.ledger(), SeenMakers.NONE, true);
        assertThat(rollout.isMade(name("a"))).isFalse();
        assertThat(rollout.isMade(name("b"))).isTrue();
    }

    @Test
    void steps_are_found_by_the_kind_of_their_command() {
        assertThat(rollout("DROP TABLE a; SELECT 1", true).commands(Command.DropObjects.class))
                .hasSize(1);
    }

    private static List<Integer> transactions(String sql, boolean oneTransaction) {
        return rollout(sql, oneTransaction).steps().stream()
                .map(Rollout.Step::transaction)
                .toList();
    }

    private static Rollout rollout(String sql, boolean oneTransaction) {
        return Rollout.of(migration(sql), Ledger.EMPTY, SeenMakers.NONE, oneTransaction);
    }

    private static Migration migration(String sql) {
        return new Migration(
                "1_a", Migration.Author.PRISMA, new Script("m/1_a/migration.sql", sql, Fingerprint.of(new byte[0])));
    }

    private static SqlName name(String name) {
        return new SqlName(Optional.empty(), name);
    }
}
