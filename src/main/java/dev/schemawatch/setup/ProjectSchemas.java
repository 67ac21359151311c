package dev.schemawatch.setup;

import dev.schemawatch.prisma.Datasource;
import dev.schemawatch.prisma.PrismaAst;
import dev.schemawatch.prisma.PrismaParser;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.prisma.PrismaSchemaResolver;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What has to be known of a schema before its database is looked at. */
public final class ProjectSchemas {
    private ProjectSchemas() {}

    /** The folder of that schema, from which Prisma takes relative paths in URLs; the root when it is not known. */
    public static String folder(Workspace workspace, Optional<String> schema) {
        return find(workspace, schema)
                .map(Project::schema)
                .map(path -> path.substring(0, Math.max(0, path.lastIndexOf('/'))))
                .orElse("");
    }

    /**
     * The schemas that a database may belong to when nobody says which: those for PostgreSQL, and of these the one that Prisma
     * takes in the root, when there is one. Where no schema is for PostgreSQL, all of them.
     */
    public static List<Project> candidates(Workspace workspace) {
        List<Project> all = workspace.projects();
        if (all.size() < 2) {
            return all;
        }
        List<Project> possible = all.stream()
                .filter(project -> mayBeForPostgresql(workspace, project))
                .toList();
        Optional<Project> ofRoot = possible.stream()
                .filter(project ->
                        workspace.rootSchema().filter(project.schema()::equals).isPresent())
                .findFirst();
        return ofRoot.map(List::of).orElse(possible.isEmpty() ? all : possible);
    }

    /** A schema that cannot be read may be: another must not take its place while somebody edits it. */
    private static boolean mayBeForPostgresql(Workspace workspace, Project project) {
        return datasource(workspace, project)
                .map(datasource -> datasource.provider().isEmpty() || datasource.postgresql())
                .orElse(true);
    }

    /** The project with that schema; the only one that it may be when none is named. */
    public static Optional<Project> find(Workspace workspace, Optional<String> schema) {
        List<Project> projects = workspace.projects();
        return schema.isEmpty()
                ? Optional.of(candidates(workspace))
                        .filter(all -> all.size() == 1)
                        .map(List::getFirst)
                : projects.stream()
                        .filter(project -> project.schema().equals(schema.get()))
                        .findFirst();
    }

    /** The datasource of a project's schema. */
    static Optional<Datasource> datasource(Workspace workspace, Project project) {
        return configuration(workspace, project).datasource();
    }

    /** Datasource and generators of a project's schema. Models, of which there may be thousands, are not read for it. */
    static PrismaSchema configuration(Workspace workspace, Project project) {
        List<PrismaAst> trees = project.schemaFiles().stream()
                .flatMap(path -> workspace.file(path).stream())
                .flatMap(file -> file.content() instanceof Content.Text(String text, var _)
                        ? Stream.of(PrismaParser.parseConfiguration(file.path(), text)
                                .value())
                        : Stream.empty())
                .toList();
        return PrismaSchemaResolver.resolve(trees);
    }
}
