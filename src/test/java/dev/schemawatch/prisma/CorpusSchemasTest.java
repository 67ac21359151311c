package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.support.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that Prisma accepts have no error, and where Prisma cannot read a line neither can we. */
class CorpusSchemasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amplication/packages/amplication-prisma-db/prisma/schema.prisma",
                "amplication/packages/amplication-plugin-api/prisma/schema.prisma",
                "documenso/packages/prisma/schema.prisma",
                "formbricks/packages/database/schema",
                "ghostfolio/prisma/schema.prisma",
                "hoppscotch/packages/hoppscotch-backend/prisma/schema.prisma",
                "rallly/packages/database/prisma",
                "saas-starter-kit/prisma/schema.prisma",
                "trigger.dev/internal-packages/database/prisma/schema.prisma",
                "trigger.dev/internal-packages/run-ops-database/prisma/schema.prisma",
                "typebot/packages/prisma/mysql/schema.prisma",
                "typebot/packages/prisma/postgresql/schema.prisma",
                "umami/prisma/schema.prisma"
            })
    void real_schema_has_no_finding(String schema) throws IOException {
        SchemaFiles files = SchemaFiles.below(Corpus.path("real/" + schema));

        assertThat(files.texts()).isNotEmpty();
        assertThat(findings(files)).isEmpty();
    }

    @Test
    void schema_that_prisma_accepts_has_no_error() throws IOException {
        Path folder = Corpus.path("psl-validation");
        for (JsonNode fixture : fixtures(folder)) {
            if (errors(fixture).isEmpty()) {
                String name = fixture.path("f").asText();
                assertThat(findings(SchemaFiles.below(folder.resolve(name))))
                        .as(name)
                        .noneMatch(finding -> finding.severity() == Severity.ERROR);
            }
        }
    }

    @Test
    void line_that_prisma_cannot_read_is_a_syntax_error() throws IOException {
        Path folder = Corpus.path("psl-validation");
        for (JsonNode fixture : fixtures(folder)) {
            boolean unreadable = errors(fixture).stream()
                    .anyMatch(text -> text.contains("declaration is invalid")
                            || text.contains("must not start with a number")
                            || text.contains("needs to be assigned a value"));
            if (unreadable) {
                String name = fixture.path("f").asText();
                assertThat(findings(SchemaFiles.below(folder.resolve(name))))
                        .as(name)
                        .extracting(Finding::rule)
                        .contains(SchemaRules.SYNTAX.id());
            }
        }
    }

    private static List<JsonNode> fixtures(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> fixtures = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("expected.jsonl"))) {
            fixtures.add(json.readTree(line));
        }
        assertThat(fixtures).isNotEmpty();
        return fixtures;
    }

    private static List<String> errors(JsonNode fixture) {
        return StreamSupport.stream(fixture.path("diagnostics").spliterator(), false)
                .filter(diagnostic -> !diagnostic.path("is_warning").asBoolean())
                .map(diagnostic -> diagnostic.path("text").asText())
                .toList();
    }

    private static List<Finding> findings(SchemaFiles files) {
        List<Finding> findings = new ArrayList<>();
        List<PrismaAst> trees = new ArrayList<>();
        for (Parsed<PrismaAst> parsed : files.parsed()) {
            findings.addAll(parsed.findings());
            trees.add(parsed.value());
        }
        findings.addAll(
                PrismaSchemaResolver.resolve(trees, files.ofPrisma6() ? 6 : 7).findings());
        return findings;
    }
}
