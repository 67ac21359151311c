package dev.schemawatch.daemon;

import dev.schemawatch.engine.Expectation;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.workspace.Workspace;
import java.util.Optional;

/**
 * What a schema expects of its database, so that the right namespaces are looked at and the right questions asked; made anew
 * only where a file is not what it was. One thread uses it.
 */
public final class ExpectedDatabase {
    private Memo memo = Memo.empty();

    /**
     * The database that a schema expects.
     *
     * @param schema path of the project's schema; empty for the only one that may be meant
     * @param namespace the PostgreSQL schema of models that name none
     * @return empty when there is no such project, or its schema has errors
     */
    public Optional<DatabaseSchema> of(Workspace workspace, Optional<String> schema, String namespace) {
        return ProjectSchemas.find(workspace, schema).flatMap(project -> {
            Expectation expectation = Expectation.of(workspace, project, namespace, memo);
            memo = expectation.memo();
            return expectation.schema();
        });
    }

    /** What was derived for the last answer: an evaluation of the same files need not do it again. */
    public Memo memo() {
        return memo;
    }
}
