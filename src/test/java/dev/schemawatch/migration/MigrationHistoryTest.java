package dev.schemawatch.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class MigrationHistoryTest {
    private static final String SCRIPT = "CREATE TABLE a ();\nCREATE TABLE b ();\n";
    private static final Instant NOON = Instant.parse("2025-12-04T12:00:00Z");

    @Test
    void takes_a_recorded_migration_with_the_same_checksum_for_applied() {
        assertThat(judge(SCRIPT, row(sha256(SCRIPT))).applied()).containsExactly("1_a");
    }

    @Test
    void takes_other_line_ends_for_the_same_script() {
        assertThat(judge(SCRIPT, row(sha256(SCRIPT.replace("\n", "\r\n")))).edited())
                .isEmpty();
        assertThat(judge(SCRIPT.replace("\n", "\r\n"), row(sha256(SCRIPT))).edited())
                .isEmpty();
    }

    @Test
    void a_byte_order_mark_makes_another_script_as_it_does_to_prisma() {
        SourceFile marked = new SourceFile(
                "m/1_a/migration.sql", SourceFile.Content.of(("\uFEFF" + SCRIPT).getBytes(StandardCharsets.UTF_8)));
        MigrationFolder folder = MigrationFolder.read(
                ScriptOrder.PRISMA_FIRST,
                "m",
                List.of(marked),
                Set.of("m", "m/1_a"),
                file -> MigrationFolder.migration("m", file));
        assertThat(MigrationHistory.judge(folder, List.of(row(sha256(SCRIPT)))).edited())
                .containsExactly("1_a");
        assertThat(MigrationHistory.judge(folder, List.of(row(sha256("\uFEFF" + SCRIPT))))
                        .applied())
                .containsExactly("1_a");
    }

    @Test
    void takes_the_checksum_without_leading_zeros_of_early_versions() {
        String script = Stream.iterate("SELECT 1", sql -> sql + " ")
                .filter(sql -> sha256(sql).startsWith("0"))
                .findFirst()
                .orElseThrow();
        byte[] digest = HexFormat.of().parseHex(sha256(script));
        StringBuilder unpadded = new StringBuilder();
        for (byte octet : digest) {
            unpadded.append(Integer.toHexString(octet & 0xff));
        }
        assertThat(judge(script, row(unpadded.toString())).applied()).containsExactly("1_a");
    }

    @Test
    void reports_a_script_that_changed_after_it_was_applied() {
        HistoryVerdict verdict = judge(SCRIPT, row(sha256("DROP TABLE a")));
        assertThat(verdict.edited()).containsExactly("1_a");
        assertThat(verdict.applied()).isEmpty();
    }

    @Test
    void takes_a_migration_without_a_row_for_pending() {
        assertThat(judge(SCRIPT).pending()).containsExactly("1_a");
    }

    @Test
    void reports_a_row_without_a_file() {
        AppliedMigration stranger = new AppliedMigration("0_gone", "00", NOON, Optional.of(NOON), Optional.empty());
        assertThat(judge(SCRIPT, row(sha256(SCRIPT)), stranger).unknown()).containsExactly("0_gone");
    }

    @Test
    void reports_a_migration_that_never_finished() {
        AppliedMigration failed = new AppliedMigration("1_a", sha256(SCRIPT), NOON, Optional.empty(), Optional.empty());
        HistoryVerdict verdict = judge(SCRIPT, failed);
        assertThat(verdict.failed()).containsExactly("1_a");
        assertThat(verdict.pending()).isEmpty();
    }

    @Test
    void takes_a_rolled_back_migration_for_pending_again() {
        HistoryVerdict verdict = judge(SCRIPT, rolledBack(NOON));
        assertThat(verdict.rolledBack()).containsExactly("1_a");
        assertThat(verdict.pending()).containsExactly("1_a");
    }

    @Test
    void judges_the_newest_row_that_was_not_rolled_back() {
        HistoryVerdict verdict = judge(SCRIPT, row(sha256(SCRIPT)), rolledBack(NOON.plusSeconds(60)));
        assertThat(verdict.applied()).containsExactly("1_a");
        assertThat(verdict.rolledBack()).isEmpty();
    }

    @Test
    void knows_nothing_of_hand_written_scripts() {
        SourceFile script = text("m/02_rls.sql", SCRIPT);
        MigrationFolder folder = MigrationFolder.read(
                ScriptOrder.PRISMA_FIRST,
                "m",
                List.of(script),
                Set.of("m"),
                file -> MigrationFolder.migration("m", file));
        assertThat(MigrationHistory.judge(folder, List.of()))
                .isEqualTo(new HistoryVerdict(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static HistoryVerdict judge(String script, AppliedMigration... rows) {
        MigrationFolder folder = MigrationFolder.read(
                ScriptOrder.PRISMA_FIRST,
                "m",
                List.of(text("m/1_a/migration.sql", script)),
                Set.of("m", "m/1_a"),
                file -> MigrationFolder.migration("m", file));
        return MigrationHistory.judge(folder, List.of(rows));
    }

    private static AppliedMigration row(String checksum) {
        return new AppliedMigration("1_a", checksum, NOON, Optional.of(NOON), Optional.empty());
    }

    private static AppliedMigration rolledBack(Instant started) {
        return new AppliedMigration("1_a", sha256(SCRIPT), started, Optional.empty(), Optional.of(started));
    }

    private static SourceFile text(String path, String script) {
        return new SourceFile(
                path, new SourceFile.Content.Text(script, Fingerprint.of(script.getBytes(StandardCharsets.UTF_8))));
    }

    private static String sha256(String text) {
        return Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)).sha256();
    }
}
