package dev.schemawatch.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.workspace.Fingerprint;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExpectedDatabaseTest {
    private static final String PATH = "prisma/schema.prisma";

    private final ExpectedDatabase expected = new ExpectedDatabase();

    @Test
    void is_the_same_object_while_no_schema_file_changes() {
        DatabaseSchema first = of("model A {\n id Int @id\n}", "DATABASE_URL=one");
        assertThat(of("model A {\n id Int @id\n}", "DATABASE_URL=two")).isSameAs(first);
    }

    @Test
    void follows_an_edit_of_the_schema() {
        of("model A {\n id Int @id\n}", "");
        assertThat(of("model B {\n id Int @id\n}", "").tables()).containsOnlyKeys(new QualifiedName("public", "B"));
    }

    @Test
    void follows_the_namespace_of_the_url() {
        Workspace workspace = workspace("model A {\n id Int @id\n}", "");
        expected.of(workspace, Optional.empty(), "public");
        assertThat(expected.of(workspace, Optional.empty(), "tenant")
                        .orElseThrow()
                        .tables())
                .containsOnlyKeys(new QualifiedName("tenant", "A"));
    }

    private DatabaseSchema of(String schema, String env) {
        return expected.of(workspace(schema, env), Optional.empty(), "public").orElseThrow();
    }

    private static Workspace workspace(String schema, String env) {
        TreeMap<String, SourceFile> files = new TreeMap<>();
        files.put(PATH, file(PATH, schema));
        files.put(".env", file(".env", env));
        Project project = new Project(PATH, List.of(PATH), "prisma/migrations", 6);
        return new Workspace(List.of(project), Optional.empty(), files, new TreeSet<>(), Optional.empty());
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(
                path, new SourceFile.Content.Text(text, Fingerprint.of(text.getBytes(StandardCharsets.UTF_8))));
    }
}
