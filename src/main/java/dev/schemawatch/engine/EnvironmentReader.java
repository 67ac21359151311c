package dev.schemawatch.engine;

import dev.schemawatch.check.DatasourceUrls;
import dev.schemawatch.check.DatasourceUrls.OfGenerator;
import dev.schemawatch.check.DatasourceUrls.Role;
import dev.schemawatch.check.DatasourceUrls.Use;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.env.Secret;
import dev.schemawatch.prisma.DeclaredUrls;
import dev.schemawatch.prisma.UrlSource;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts what concerns environment variables together, from all over the repository. */
final class EnvironmentReader {
    private static final int FIRST_MAJOR_WITHOUT_ENV_FILES = 7;

    private final Workspace workspace;
    private final EnvInputs inputs;

    EnvironmentReader(Workspace workspace, EnvInputs inputs) {
        this.workspace = workspace;
        this.inputs = inputs;
    }

    /** The fact about the environment, from the environment files as they were read. */
    RepositoryEnvironment read(Collection<EnvFile> files, Collection<ProjectState> projects) {
        return new RepositoryEnvironment(
                inputs.scope(),
                files.stream().filter(file -> !file.example()).toList(),
                files.stream().filter(EnvFile::example).toList(),
                projects.stream().flatMap(project -> urls(project).stream()).toList(),
                documents());
    }

    /** A schema with errors may read anything. */
    private Optional<DatasourceUrls> urls(ProjectState state) {
        if (!(state.schema() instanceof ReadSchema.Sound sound)) {
            return Optional.empty();
        }
        DeclaredUrls declared =
                DeclaredUrls.of(workspace, state.project(), sound.schema().datasource());
        return Optional.of(new DatasourceUrls(
                state.project(),
                sound.forPostgresql(),
                state.project().prismaMajor() < FIRST_MAJOR_WITHOUT_ENV_FILES || declared.loadsEnvFiles(),
                Stream.of(
                                use(Role.URL, declared.url()),
                                use(Role.DIRECT, declared.directUrl()),
                                use(Role.SHADOW, declared.shadowDatabaseUrl()))
                        .flatMap(Optional::stream)
                        .toList(),
                sound.schema().generatorVariables().stream()
                        .map(variable -> new OfGenerator(
                                variable.name(),
                                variable.property() + " of generator " + variable.generator(),
                                variable.location()))
                        .toList()));
    }

    private static Optional<Use> use(Role role, List<UrlSource> sources) {
        List<String> variables = sources.stream()
                .flatMap(source -> source instanceof UrlSource.Env(String variable, var _)
                        ? Stream.of(variable)
                        : Stream.<String>empty())
                .toList();
        Optional<UrlSource.Literal> literal = sources.stream()
                .filter(UrlSource.Literal.class::isInstance)
                .map(UrlSource.Literal.class::cast)
                .filter(written -> !written.url().isEmpty())
                .findFirst();
        Optional<UrlSource> misnamed =
                sources.stream().filter(UrlSource.Misnamed.class::isInstance).findFirst();
        return literal.map(UrlSource.class::cast)
                .or(() -> misnamed)
                .or(() -> sources.stream().findFirst())
                .map(telling -> new Use(
                        role,
                        variables,
                        sources.stream()
                                .flatMap(source -> source instanceof UrlSource.Template template
                                        ? template.required().stream()
                                        : Stream.<String>empty())
                                .toList(),
                        literal.map(written -> new Secret(written.url())),
                        misnamed.isPresent(),
                        telling.location()));
    }

    private SortedMap<String, SourceFile> documents() {
        SortedMap<String, SourceFile> documents = new TreeMap<>();
        workspace.files().forEach((path, file) -> {
            if (!inputs.isEnvFile(path) && !path.endsWith(".prisma") && !isMigration(path)) {
                documents.put(path, file);
            }
        });
        return documents;
    }

    private boolean isMigration(String path) {
        return workspace.projects().stream().anyMatch(project -> path.startsWith(project.migrations() + "/"));
    }
}
