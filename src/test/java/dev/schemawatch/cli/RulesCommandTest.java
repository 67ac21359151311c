package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.report.DriftRules;
import dev.schemawatch.support.CommandHarness;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("program")
final class RulesCommandTest {

    @TempDir
    Path folder;

    private CommandHarness command;

    @BeforeEach
    void start() {
        command = new CommandHarness(folder);
    }

    @Test
    void lists_every_rule_in_80_columns() {
        String out = out("rules");
        assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(out.lines().map(line -> line.split(" ")[0]).toList())
                .containsAll(Checks.rules().stream().map(Rule::id).toList());
    }

    @Test
    void explains_what_reports_call_a_difference() {
        assertThat(out("rules", "drift")).contains("drift-undecided", "drift-pending", "drift-advice");
        assertThat(out("explain", "drift")).contains("cannot be switched").doesNotContain("rules:");
    }

    @Test
    void says_what_is_on_and_how_grave_it_is() {
        assertThat(out("rules", "unique-without-tenant")).containsPattern("unique-without-tenant +warning +on ");
        assertThat(out("rules", "model-name-case")).containsPattern("model-name-case +warning +off ");
    }

    @Test
    void follows_the_configuration() {
        command.file("schemawatch.yaml", "rules: { unique-without-tenant: off, model-name-case: error }\n");
        assertThat(out("rules", "unique-without-tenant")).containsPattern("unique-without-tenant +warning +off ");
        assertThat(out("rules", "model-name-case")).containsPattern("model-name-case +error +on ");
    }

    @Test
    void is_filtered_by_a_word_of_the_summary_or_of_another_tool() {
        assertThat(out("rules", "FOREIGN key"))
                .contains("foreign-key-without-index", "foreign-key-validated-under-lock")
                .contains("2 rules,");
        assertThat(out("rules", "prisma-lint")).contains("field-order").doesNotContain("missing-tenant-field");
        assertThat(out("rules", "no-such-word"))
                .isEqualTo("No rule speaks of no-such-word. All of them: schemawatch rules\n");
    }

    @Test
    void can_be_read_by_programs() throws Exception {
        JsonNode rules =
                new ObjectMapper().readTree(out("rules", "--format", "json")).get("rules");
        assertThat(rules).hasSize(Checks.rules().size() + DriftRules.all().size());
        JsonNode order = StreamSupport.stream(rules.spliterator(), false)
                .filter(rule -> rule.get("rule").asText().equals("field-order"))
                .findFirst()
                .orElseThrow();
        assertThat(order.get("on").asBoolean()).isFalse();
        assertThat(order.get("onByDefault").asBoolean()).isFalse();
        assertThat(order.at("/aliases/0/tool").asText()).isEqualTo("prisma-lint");
    }

    @Test
    void helps_those_who_mend_a_configuration() {
        command.file("schemawatch.yaml", "rules: { fk-index: on }\n");
        CommandHarness.Result result = command.run("rules", "foreign key").endsWith(ExitStatus.CLEAN);
        assertThat(result.out()).contains("foreign-key-without-index");
        assertThat(result.err())
                .contains("schemawatch.yaml:1:10: There is no rule fk-index.", "The configuration cannot be used");
    }

    @Test
    void refuses_a_form_that_there_is_not() {
        assertThat(command.run("rules", "--format", "xml")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .contains("xml");
    }

    @Test
    void explains_every_rule_in_80_columns() {
        assertThat(List.of("missing-tenant-field", "field-order", "migration-failed", "schema-syntax"))
                .allSatisfy(rule -> {
                    String out = out("explain", rule);
                    assertThat(out)
                            .startsWith(rule + ": ")
                            .contains("\nWhy\n", "\nInstead\n", "\nIn schemawatch.yaml\n");
                    assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
                });
    }

    @Test
    void shows_the_rule_at_work() {
        assertThat(onOneLine(out("explain", "missing-tenant-field")))
                .contains(" Example ", "model Venue {", "missing-tenant-field: model Venue has no field tenantId");
    }

    @Test
    void shows_the_options_of_a_rule() {
        assertThat(onOneLine(out("explain", "field-order")))
                .contains(" Options order: ", "(default: [id, ..., createdAt, updatedAt])");
    }

    @Test
    void says_how_to_switch_a_rule_off_or_on_and_how_to_suppress_it() {
        assertThat(out("explain", "unique-without-tenant"))
                .contains("unique-without-tenant: off", "schemawatch-ignore unique-without-tenant: why");
        assertThat(out("explain", "model-name-case")).contains("model-name-case: on");
        assertThat(out("explain", "schema-syntax"))
                .contains("cannot be suppressed")
                .doesNotContain("schemawatch-ignore");
    }

    @Test
    void knows_a_rule_by_the_name_that_another_tool_gives_it() {
        assertThat(out("explain", "model-name-pascal-case"))
                .startsWith("model-name-case: ")
                .contains("Elsewhere\n  model-name-pascal-case (prisma-lint)");
        assertThat(out("explain", "require-field-index"))
                .contains("foreign-key-without-index: ")
                .contains("missing-index: ");
    }

    @Test
    void suggests_what_may_be_meant() {
        assertThat(command.run("explain", "missing-tenant-feild")
                        .endsWith(ExitStatus.USAGE)
                        .err())
                .isEqualTo("There is no rule missing-tenant-feild. Did you mean missing-tenant-field? All of them:"
                        + " schemawatch rules\n");
        assertThat(command.run("explain").endsWith(ExitStatus.USAGE).err()).contains("RULE");
    }

    /** Where lines are cut is not what a test is about. */
    private static String onOneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private String out(String... arguments) {
        return command.run(arguments).endsWith(ExitStatus.CLEAN).out();
    }
}
