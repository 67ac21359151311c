package dev.schemawatch.daemon;

import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** What a schema expects of its database, made anew only when one of its files is not what it was. One thread uses it. */
final class ExpectedDatabase {
    private Optional<Known> known = Optional.empty();

    /** As {@link ProjectSchemas#expected}. */
    Optional<DatabaseSchema> of(Workspace workspace, Optional<String> schema, String namespace) {
        Optional<Source> source = ProjectSchemas.find(workspace, schema)
                .map(project -> new Source(project, files(workspace, project), namespace));
        if (source.isEmpty()) {
            return Optional.empty();
        }
        if (known.isEmpty() || !known.get().source.equals(source.get())) {
            known = Optional.of(new Known(source.get(), ProjectSchemas.expected(workspace, schema, namespace)));
        }
        return known.get().expected;
    }

    private static List<SourceFile> files(Workspace workspace, Project project) {
        return project.schemaFiles().stream()
                .flatMap(path -> workspace.file(path).stream())
                .toList();
    }

    private record Source(Project project, List<SourceFile> files, String namespace) {}

    private record Known(Source source, Optional<DatabaseSchema> expected) {}
}
