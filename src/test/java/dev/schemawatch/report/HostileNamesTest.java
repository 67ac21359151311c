package dev.schemawatch.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location.InFile;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.report.Run.Status;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Names of files, models and tables may hold anything; a report stays a report, and says nothing that they want it to say. */
class HostileNamesTest {

    @Property(tries = 200)
    void junit_is_well_formed_whatever_a_name_holds(@ForAll String name) throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new JunitReport().of(run(name, name)))));
        assertThat(((Element) xml.getElementsByTagName("testsuite").item(0)).getAttribute("failures"))
                .isEqualTo("1");
    }

    @Property(tries = 200)
    void a_uri_in_sarif_leads_back_to_the_path(@ForAll String name) throws Exception {
        String path = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        JsonNode sarif = new ObjectMapper().readTree(new SarifReport().of(run(path, "x")));
        String uri = sarif.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText();
        assertThat(uri).matches("[A-Za-z0-9._~/%-]*");
        assertThat(URLDecoder.decode(uri, StandardCharsets.UTF_8)).isEqualTo("sub/" + path);
    }

    @Property(tries = 200)
    void an_annotation_is_one_line_whatever_a_name_holds(@ForAll String name) {
        assertThat(new GithubReport(GithubReport.OF_A_STEP).of(run(name, name)).lines())
                .singleElement()
                .asString()
                .startsWith("::error file=");
    }

    @Test
    void an_annotation_escapes_what_ends_a_property_or_a_line() {
        assertThat(new GithubReport(GithubReport.OF_A_STEP).of(run("a,b:100%\r\n.prisma", "50% off,\nas a rule: x")))
                .contains("file=sub/a%2Cb%3A100%25%0D%0A.prisma,", "::50%25 off, as a rule: x\n");
    }

    @Test
    void a_comment_makes_no_table_cell_no_markup_no_link_and_mentions_nobody() {
        String comment = new MarkdownReport(MarkdownReport.COMMENT)
                .of(run(
                        "a|b`<img src=x>",
                        "hi @octocat, see #12, [here](http://evil.example) or www.evil.example $x$ --> *b*"));
        String row = comment.lines()
                .filter(line -> line.contains("octocat"))
                .findFirst()
                .orElseThrow();
        assertThat(row.chars().filter(c -> c == '|').count()).isEqualTo(5);
        assertThat(row).doesNotContain("`", "<img", "@o", " #12", "](", "://", "www.", "$", "-->", "*");
    }

    @Test
    void a_comment_begins_with_a_marker_that_a_folder_cannot_break() {
        Run run = OutcomeFixtures.run(
                "check", Status.CLEAN, OutcomeFixtures.clean(), new Checkout("apps/--> x<!--/", "s", Map.of()));
        assertThat(new MarkdownReport(MarkdownReport.COMMENT).of(run).lines())
                .first()
                .asString()
                .matches("<!-- schemawatch:check:[A-Za-z0-9/._-]+ -->")
                .doesNotContain("-->x", "---");
    }

    @Test
    void a_link_in_a_message_of_sarif_is_text() throws Exception {
        JsonNode sarif = new ObjectMapper().readTree(new SarifReport().of(run("a", "[here](http://evil.example)")));
        assertThat(sarif.at("/runs/0/results/0/message/text").asText()).doesNotContain("](");
    }

    @Property(tries = 200)
    void every_line_of_ndjson_is_an_object(@ForAll String name) throws Exception {
        for (String line : new NdjsonReport().of(run(name, name)).split("\n")) {
            assertThat(new ObjectMapper().readTree(line).has("type")).isTrue();
        }
    }

    @Test
    void no_report_for_a_terminal_or_a_log_holds_an_escape() {
        Run run = run("\u001B[2J\u009B", "\u001B]0;title\u0007\u202E");
        assertThat(Stream.of(
                                new GithubReport(GithubReport.OF_A_STEP),
                                new GitlabReport(),
                                new JsonReport(),
                                new JunitReport(),
                                new MarkdownReport(MarkdownReport.COMMENT),
                                new NdjsonReport(),
                                new SarifReport())
                        .map(report -> report.of(run)))
                .allSatisfy(text -> assertThat(text).doesNotContain("\u001B", "\u009B", "\u202E", "\u0007"));
    }

    private static Run run(String path, String message) {
        Outcome outcome = OutcomeFixtures.outcome(
                List.of(new Finding("some-rule", Severity.ERROR, InFile.whole(path), "x", message)), Map.of());
        return OutcomeFixtures.run("check", Status.FINDINGS, outcome, new Checkout("sub/", "schema.prisma", Map.of()));
    }
}
