package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.prisma.validation.SchemaValidator;
import dev.schemawatch.support.Corpus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that Prisma accepts have no error. */
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
    void real_schema_has_no_error(String schema) throws IOException {
        SchemaFiles files = SchemaFiles.below(Corpus.path("real/" + schema));

        assertThat(files.texts()).isNotEmpty();
        assertThat(findings(files)).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static List<Finding> findings(SchemaFiles files) {
        return SchemaValidator.validate(files.parsed(), files.ofPrisma6() ? 6 : 7);
    }
}
