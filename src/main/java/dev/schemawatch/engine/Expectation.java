package dev.schemawatch.engine;

import dev.schemawatch.engine.ProjectReader.Tree;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.util.Objects;
import java.util.Optional;

/**
 * What has to be known of a project before its database is looked at.
 *
 * @param schema the database that the project's schema expects; empty while the schema has errors
 * @param memo what was derived on the way, for an evaluation of the same files
 */
public record Expectation(Optional<DatabaseSchema> schema, Memo memo) {
    public Expectation {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(memo);
    }

    /**
     * Reads the schema of a project.
     *
     * @param namespace the PostgreSQL schema of models that name none
     * @param memo of an earlier evaluation or expectation, or {@link Memo#empty}
     */
    public static Expectation of(Workspace workspace, Project project, String namespace, Memo memo) {
        Steps steps = new Steps(memo);
        ProjectReader reader = new ProjectReader(Tree.WORKING, workspace.files(), steps);
        Optional<DatabaseSchema> schema = switch (reader.schema(reader.schemaFiles(project), _ -> {})) {
            case ReadSchema.Sound sound -> Optional.of(reader.expected(sound, namespace));
            case ReadSchema.Unsound _ -> Optional.empty();
        };
        return new Expectation(schema, steps.memo());
    }
}
