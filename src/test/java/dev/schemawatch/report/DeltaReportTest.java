package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.Past;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location.InFile;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeltaReportTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:04:07.120Z");
    private static final Outcome WITH_FINDING =
            OutcomeFixtures.outcome(List.of(OutcomeFixtures.MISSING_TENANT), Map.of());

    @Test
    void tells_what_is_new_with_its_time() {
        assertThat(plain(after(OutcomeFixtures.clean()), WITH_FINDING)).isEqualTo("""
                        2026-11-22T12:04:07.120Z NEW   server/prisma/schema.prisma:41:1: error tenant-isolation: model Venue has no field tenantId: add it
                        2026-11-22T12:04:07.120Z 1 error, 1 new, 0 fixed (31 ms, schema.prisma changed)
                        """);
    }

    @Test
    void tells_what_is_fixed_by_its_place_and_rule() {
        assertThat(plain(after(WITH_FINDING), OutcomeFixtures.clean()))
                .contains("FIXED server/prisma/schema.prisma:41:1: tenant-isolation\n")
                .contains("no findings, 0 new, 1 fixed");
    }

    @Test
    void names_the_migration_that_made_what_the_database_holds() {
        Outcome drifted =
                OutcomeFixtures.outcome(List.of(), Map.of("dev", OutcomeFixtures.compared(OutcomeFixtures.OTHER_TYPE)));
        assertThat(plain(after(OutcomeFixtures.clean()), drifted))
                .contains("type differs (server/prisma/schema.prisma:52:3; made by"
                        + " prisma/migrations/20240501080000_totals/migration.sql:4:1)\n");
    }

    @Test
    void does_not_call_fixed_what_a_comment_suppresses() {
        Outcome suppressed = new Outcome(
                List.of(),
                List.of(new Outcome.Suppressed(OutcomeFixtures.MISSING_TENANT, OutcomeFixtures.SUPPRESSION)),
                List.of(),
                new TreeMap<>());
        assertThat(plain(after(WITH_FINDING), suppressed))
                .isEqualTo(
                        "2026-11-22T12:04:07.120Z no findings, 0 new, 0 fixed, 1 suppressed (31 ms, schema.prisma changed)\n");
    }

    @Test
    void calls_a_finding_whose_rule_could_not_be_checked_neither_fixed_nor_new_again() {
        String rule = OutcomeFixtures.MISSING_TENANT.rule();
        Outcome unjudged = new Outcome(
                List.of(),
                List.of(),
                List.of(new Outcome.SkippedCheck(rule, OutcomeFixtures.SCHEMA + " has errors")),
                new TreeMap<>());
        Past before = after(WITH_FINDING);
        assertThat(plain(before, unjudged))
                .isEqualTo(
                        "2026-11-22T12:04:07.120Z no findings, 0 new, 0 fixed, 1 not judged (31 ms, schema.prisma changed)\n");
        Past since = before.with(unjudged).with(unjudged);
        assertThat(plain(since, WITH_FINDING)).contains("1 error, 0 new, 0 fixed, 1 unchanged");
        assertThat(plain(since, OutcomeFixtures.clean()))
                .contains("FIXED server/prisma/schema.prisma:41:1: tenant-isolation\n");
    }

    @Test
    void counts_a_finding_that_only_moved_as_unchanged() {
        Finding there = OutcomeFixtures.MISSING_TENANT;
        Finding moved = new Finding(
                there.rule(),
                there.severity(),
                new InFile(OutcomeFixtures.SCHEMA, 60, 1, 1200, 5),
                there.subject(),
                there.message());
        assertThat(plain(after(WITH_FINDING), OutcomeFixtures.outcome(List.of(moved), Map.of())))
                .isEqualTo(
                        "2026-11-22T12:04:07.120Z 1 error, 0 new, 0 fixed, 1 unchanged (31 ms, schema.prisma changed)\n");
    }

    @Test
    void tells_new_and_resolved_drift() {
        Outcome none = OutcomeFixtures.outcome(List.of(), Map.of("dev", OutcomeFixtures.compared()));
        Outcome some = OutcomeFixtures.outcome(
                List.of(), Map.of("dev", OutcomeFixtures.compared(OutcomeFixtures.MISSING_COLUMN)));
        assertThat(plain(after(none), some))
                .contains("NEW   dev: error drift: column public.Tenant.landingPageConfig is missing in the database")
                .contains("dev: drift 1");
        assertThat(plain(after(some), none))
                .contains("FIXED dev: drift: column public.Tenant.landingPageConfig\n")
                .contains("dev: no drift");
    }

    @Test
    void tells_what_is_wrong_with_a_history_and_when_it_is_mended() {
        Outcome sound = OutcomeFixtures.outcome(List.of(), Map.of("dev", OutcomeFixtures.compared()));
        Outcome edited = OutcomeFixtures.outcome(
                List.of(), Map.of("dev", OutcomeFixtures.compared(List.of(OutcomeFixtures.EDITED_MIGRATION))));
        Outcome away =
                OutcomeFixtures.outcome(List.of(), Map.of("dev", new NotCompared(Reason.CONNECT, "nobody listens")));
        assertThat(plain(after(sound), edited))
                .contains("NEW   dev:20240115103000_packages: warning migration-edited: ")
                .contains("1 warning, 1 new, 0 fixed, dev: no drift");
        assertThat(plain(after(edited), sound)).contains("FIXED dev:20240115103000_packages: migration-edited\n");
        assertThat(plain(after(edited), away)).doesNotContain("FIXED");
        assertThat(plain(after(edited, away), edited)).doesNotContain("NEW");
    }

    @Test
    void calls_drift_neither_fixed_nor_absent_when_the_database_is_away() {
        Outcome some = OutcomeFixtures.outcome(
                List.of(), Map.of("dev", OutcomeFixtures.compared(OutcomeFixtures.MISSING_COLUMN)));
        Outcome away =
                OutcomeFixtures.outcome(List.of(), Map.of("dev", new NotCompared(Reason.CONNECT, "nobody listens")));
        assertThat(plain(after(some), away))
                .contains("LOST  dev: could not look (connect): nobody listens")
                .contains("dev: could not look (connect)")
                .doesNotContain("FIXED")
                .doesNotContain("no drift");
    }

    @Test
    void tells_drift_after_an_outage_apart_from_the_drift_before_it() {
        Outcome before = OutcomeFixtures.outcome(
                List.of(), Map.of("dev", OutcomeFixtures.compared(OutcomeFixtures.MISSING_COLUMN)));
        Outcome away =
                OutcomeFixtures.outcome(List.of(), Map.of("dev", new NotCompared(Reason.CONNECT, "nobody listens")));
        Past past = after(before, away, away);

        assertThat(plain(past, before))
                .contains("BACK  dev: can be looked at again")
                .contains("0 new, 0 fixed, dev: drift 1")
                .doesNotContain("NEW");
        assertThat(plain(past, OutcomeFixtures.outcome(List.of(), Map.of("dev", OutcomeFixtures.compared()))))
                .contains("FIXED dev: drift: column public.Tenant.landingPageConfig")
                .contains("0 new, 1 fixed, dev: no drift");
    }

    @Test
    void only_writes_over_the_line_of_state_when_nothing_changed_in_a_terminal() {
        String text = new DeltaReport(Paint.PLAIN, true, ZoneOffset.UTC)
                .run(after(WITH_FINDING), WITH_FINDING, Duration.ofMillis(31), "schema.prisma changed", AT);
        assertThat(text)
                .isEqualTo(
                        "\r\u001B[K\u001B[?7l12:04:07 1 error, 0 new, 0 fixed, 1 unchanged (31 ms, schema.prisma changed)"
                                + "\u001B[?7h");
    }

    @Test
    void lets_the_terminal_cut_the_line_of_state_and_wrap_the_lines_above_it() {
        String text = new DeltaReport(Paint.PLAIN, true, ZoneOffset.UTC)
                .run(Past.NONE, WITH_FINDING, Duration.ofMillis(31), "x", AT);
        assertThat(text).containsSubsequence("NEW", "\n", "\u001B[?7l", "1 error", "\u001B[?7h");
    }

    @Test
    void moves_no_cursor_and_uses_no_escape_where_there_is_no_terminal() {
        assertThat(plain(Past.NONE, OutcomeFixtures.findings())).doesNotContain("\u001B", "\r");
    }

    private static Past after(Outcome... outcomes) {
        return Stream.of(outcomes).reduce(Past.NONE, Past::with, (_, later) -> later);
    }

    private static String plain(Past past, Outcome current) {
        return new DeltaReport(Paint.PLAIN, false, ZoneOffset.UTC)
                .run(past, current, Duration.ofMillis(31), "schema.prisma changed", AT);
    }
}
