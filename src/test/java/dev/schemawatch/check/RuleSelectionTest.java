package dev.schemawatch.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.RuleCatalog;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleSelectionTest {
    private static final Rule RULE = Rule.named("new-name", Severity.WARNING).formerly("old-name");
    private static final Rule TASTE = Rule.named("taste", Severity.INFO).offByDefault();
    private static final RuleCatalog CATALOG = new RuleCatalog(List.of(RULE, TASTE));
    private static final Finding FINDING = RULE.at(Location.InFile.whole("a.prisma"), "a", "a message");
    private static final Finding OF_TASTE = TASTE.at(Location.InFile.whole("a.prisma"), "a", "a message");

    @Test
    void leaves_a_rule_as_it_declares_itself() {
        RuleSelection selection = RuleSelection.standard(CATALOG);
        assertThat(selection.severity(RULE)).contains(Severity.WARNING);
        assertThat(selection.apply(FINDING)).contains(FINDING);
    }

    @Test
    void keeps_the_severity_that_a_reader_gave_to_a_finding() {
        Finding mild = FINDING.withSeverity(Severity.INFO);
        assertThat(RuleSelection.standard(CATALOG).apply(mild)).contains(mild);
    }

    @Test
    void switches_a_rule_off() {
        RuleSelection selection = off("new-name");
        assertThat(selection.severity(RULE)).isEmpty();
        assertThat(selection.apply(FINDING)).isEmpty();
    }

    @Test
    void gives_a_rule_another_severity() {
        RuleSelection selection = severity("new-name", Severity.INFO);
        assertThat(selection.severity(RULE)).contains(Severity.INFO);
        assertThat(selection.apply(FINDING)).contains(FINDING.withSeverity(Severity.INFO));
    }

    @Test
    void knows_a_rule_by_its_former_id() {
        assertThat(off("old-name").severity(RULE)).isEmpty();
        assertThat(off("old-name").apply(FINDING)).isEmpty();
        assertThat(severity("old-name", Severity.ERROR).severity(RULE)).contains(Severity.ERROR);
    }

    @Test
    void leaves_a_rule_of_taste_off() {
        RuleSelection selection = RuleSelection.standard(CATALOG);
        assertThat(selection.severity(TASTE)).isEmpty();
        assertThat(selection.apply(OF_TASTE)).isEmpty();
    }

    @Test
    void switches_a_rule_of_taste_on() {
        RuleSelection selection = new RuleSelection(CATALOG, Set.of(), Set.of("taste"), Map.of());
        assertThat(selection.severity(TASTE)).contains(Severity.INFO);
        assertThat(selection.apply(OF_TASTE)).contains(OF_TASTE);
    }

    @Test
    void switches_a_rule_of_taste_on_with_a_severity() {
        assertThat(severity("taste", Severity.ERROR).severity(TASTE)).contains(Severity.ERROR);
    }

    private static RuleSelection off(String id) {
        return new RuleSelection(CATALOG, Set.of(id), Set.of(), Map.of());
    }

    private static RuleSelection severity(String id, Severity severity) {
        return new RuleSelection(CATALOG, Set.of(), Set.of(), Map.of(id, severity));
    }
}
