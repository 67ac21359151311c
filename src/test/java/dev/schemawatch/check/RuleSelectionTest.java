package dev.schemawatch.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleSelectionTest {
    private static final Rule RULE = new Rule("new-name", Severity.WARNING, "", "", "", List.of("old-name"));
    private static final Finding FINDING = RULE.at(Location.InFile.whole("a.prisma"), "a", "a message");

    @Test
    void leaves_a_rule_as_it_declares_itself() {
        assertThat(RuleSelection.ALL.severity(RULE)).contains(Severity.WARNING);
        assertThat(RuleSelection.ALL.apply(FINDING)).contains(FINDING);
    }

    @Test
    void switches_a_rule_off() {
        RuleSelection selection = new RuleSelection(Set.of("new-name"), Map.of());
        assertThat(selection.severity(RULE)).isEmpty();
        assertThat(selection.apply(FINDING)).isEmpty();
    }

    @Test
    void gives_a_rule_another_severity() {
        RuleSelection selection = new RuleSelection(Set.of(), Map.of("new-name", Severity.INFO));
        assertThat(selection.severity(RULE)).contains(Severity.INFO);
        assertThat(selection.apply(FINDING)).contains(FINDING.withSeverity(Severity.INFO));
    }

    @Test
    void knows_a_rule_by_its_former_id() {
        assertThat(new RuleSelection(Set.of("old-name"), Map.of()).severity(RULE))
                .isEmpty();
        assertThat(new RuleSelection(Set.of(), Map.of("old-name", Severity.ERROR)).severity(RULE))
                .contains(Severity.ERROR);
    }
}
