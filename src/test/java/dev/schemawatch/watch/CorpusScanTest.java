package dev.schemawatch.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.Corpus;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every schema of real repositories is found, with the migrations that belong to it. */
class CorpusScanTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            amplication      | packages/amplication-plugin-api/prisma/schema.prisma 1 14, packages/amplication-prisma-db/prisma/schema.prisma 1 135
            documenso        | packages/prisma/schema.prisma 1 163
            formbricks       | packages/database/schema 2 167
            ghostfolio       | prisma/schema.prisma 1 121
            hoppscotch       | packages/hoppscotch-backend/prisma/schema.prisma 1 21
            rallly           | packages/database/prisma 13 145
            saas-starter-kit | prisma/schema.prisma 1 11
            trigger.dev      | internal-packages/database/prisma/schema.prisma 1 820, internal-packages/run-ops-database/prisma/schema.prisma 1 3
            typebot          | packages/prisma/mysql/schema.prisma 1 0, packages/prisma/postgresql/schema.prisma 1 84
            umami            | prisma/schema.prisma 1 19
            """)
    void finds_each_schema_with_its_files_and_migrations(String repository, String projects) {
        Workspace workspace = new WorkspaceScanner(ScanSettings.of(Corpus.path("real/" + repository)))
                .scan()
                .workspace();

        assertThat(workspace.projects().stream().map(project -> describe(workspace, project)))
                .isEqualTo(List.of(projects.split(", ")));
        assertThat(workspace.files().values())
                .allSatisfy(file -> assertThat(file.content()).isInstanceOf(Content.Text.class));
    }

    /** Schema, number of its files, number of migrations. */
    private static String describe(Workspace workspace, Project project) {
        long migrations = workspace
                .below(project.migrations())
                .filter(file -> file.path().endsWith("/migration.sql"))
                .count();
        return "%s %d %d".formatted(project.schema(), project.schemaFiles().size(), migrations);
    }
}
