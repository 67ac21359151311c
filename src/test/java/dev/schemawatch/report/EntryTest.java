package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location.InFile;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.Run.Status;
import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTest {

    @Test
    void a_fingerprint_survives_lines_above_and_other_words() {
        assertThat(fingerprints(finding(3, "Venue", "model Venue has no field tenantId")))
                .isEqualTo(fingerprints(finding(90, "Venue", "model Venue lacks tenantId")));
    }

    @Test
    void things_that_cannot_be_told_apart_have_fingerprints_of_their_own() {
        assertThat(fingerprints(finding(3, "", "a"), finding(9, "", "b"))).doesNotHaveDuplicates();
    }

    @Test
    void a_fingerprint_is_another_in_another_folder_of_the_checkout() {
        Outcome outcome = OutcomeFixtures.outcome(List.of(finding(3, "Venue", "a")), Map.of());
        assertThat(fingerprints(outcome, "apps/a/")).isNotEqualTo(fingerprints(outcome, "apps/b/"));
    }

    @Test
    void what_a_pending_migration_explains_makes_nothing_fail() {
        Run run = OutcomeFixtures.run("drift", Status.FINDINGS, OutcomeFixtures.drift());
        assertThat(Entry.of(run))
                .filteredOn(entry -> entry.fails(run))
                .extracting(Entry::rule)
                .containsExactly("drift");
    }

    @Test
    void columns_are_counted_in_utf_16_units_and_spans_may_have_several_lines() {
        String text = "model A {\n  // 😀😀 id\n  x Int\n}\n";
        int offset = text.indexOf("id");
        SourceFile file = new SourceFile("schema.prisma", new Content.Text(text, Fingerprint.of(new byte[0])));
        Checkout checkout = new Checkout("", "schema.prisma", Map.of("schema.prisma", file));
        assertThat(checkout.region(new InFile("schema.prisma", 2, 9, offset, 6)))
                .contains(new Region(2, 11, 3, 4));
        assertThat(checkout.region(InFile.whole("schema.prisma"))).isEmpty();
    }

    @Test
    void a_place_in_a_file_that_was_not_read_keeps_its_own_column() {
        assertThat(Region.of(new InFile("x", 4, 2, 100, 3), Optional.empty())).isEqualTo(new Region(4, 2, 4, 5));
    }

    private static Finding finding(int line, String subject, String message) {
        return new Finding(
                "some-rule", Severity.ERROR, new InFile("schema.prisma", line, 1, line * 10, 5), subject, message);
    }

    private static List<String> fingerprints(Finding... findings) {
        return fingerprints(OutcomeFixtures.outcome(List.of(findings), Map.of()), "");
    }

    private static List<String> fingerprints(Outcome outcome, String prefix) {
        Run run = OutcomeFixtures.run("check", Status.FINDINGS, outcome, new Checkout(prefix, "s", Map.of()));
        return Entry.of(run).stream().map(Entry::fingerprint).toList();
    }
}
