package dev.schemawatch.scaffold;

import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvParser;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.prisma.DeclaredUrls;
import dev.schemawatch.prisma.PrismaAst;
import dev.schemawatch.prisma.PrismaParser;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.prisma.PrismaSchemaResolver;
import dev.schemawatch.prisma.UrlSource;
import dev.schemawatch.setup.ProjectSchemas;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a repository has, as far as the files that {@code init} writes speak of it.
 *
 * @param projects the schemas that a database may belong to; at least one, and where there are several, nobody knows which
 * @param schema of the first project, as far as it can be read
 * @param urls names of the variables that hold URLs of its database, that of migrations first
 * @param shadowUrls names of the variables that hold the URL of a shadow database
 * @param committedEnvironments the environment files near the schema that a clone of the repository has
 * @param example the {@code .env} file that shows which variables there are: an example if there is one
 */
public record Survey(
        List<Project> projects,
        PrismaSchema schema,
        Set<String> urls,
        Set<String> shadowUrls,
        List<EnvFile> committedEnvironments,
        Optional<EnvFile> example) {
    private static final Pattern ENV = Pattern.compile("(.*/)?\\.env(\\..*)?");

    public Survey {
        projects = List.copyOf(projects);
        Objects.requireNonNull(schema);
        urls = new LinkedHashSet<>(urls);
        shadowUrls = new LinkedHashSet<>(shadowUrls);
        committedEnvironments = List.copyOf(committedEnvironments);
        Objects.requireNonNull(example);
    }

    /**
     * @param workspace with one schema at least
     * @param committed whether a clone of the repository has the file at that path
     */
    public static Survey of(Workspace workspace, Predicate<String> committed) {
        List<Project> projects = ProjectSchemas.candidates(workspace);
        Project main = projects.getFirst();
        PrismaSchema schema = schema(workspace, main);
        DeclaredUrls declared = DeclaredUrls.of(workspace, main, schema.datasource());
        return new Survey(
                projects,
                schema,
                variables(declared.sources()),
                variables(declared.shadowDatabaseUrl()),
                environments(workspace, main)
                        .filter(file -> committed.test(file.path()))
                        .toList(),
                example(workspace, main));
    }

    /** The schema that everything is about. */
    public Project main() {
        return projects.getFirst();
    }

    /** The names of the variables of the example, in its order. */
    List<String> variables() {
        return example.map(EnvFile::variables).orElse(List.of()).stream()
                .filter(EnvVariable::showsName)
                .map(EnvVariable::name)
                .distinct()
                .toList();
    }

    private static PrismaSchema schema(Workspace workspace, Project project) {
        List<PrismaAst> trees = project.schemaFiles().stream()
                .flatMap(path -> workspace.file(path).stream())
                .flatMap(file -> text(file)
                        .map(text -> PrismaParser.parse(file.path(), text).value())
                        .stream())
                .toList();
        return PrismaSchemaResolver.resolve(trees);
    }

    private static Set<String> variables(List<UrlSource> sources) {
        return sources.stream().flatMap(UrlSource::variables).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An example before others, and one near the schema before one far from it. */
    private static Optional<EnvFile> example(Workspace workspace, Project project) {
        Comparator<EnvFile> rank = Comparator.comparing((EnvFile file) -> !file.example())
                .thenComparingInt(file -> -folder(file.path()).length());
        return environments(workspace, project)
                .filter(file -> file.example() || file.path().endsWith(".env"))
                .min(rank);
    }

    /** The environment files between the root and the schema. */
    private static Stream<EnvFile> environments(Workspace workspace, Project project) {
        return workspace.files().values().stream()
                .filter(file -> ENV.matcher(file.path()).matches())
                .filter(file ->
                        folder(file.path()).isEmpty() || project.schema().startsWith(folder(file.path()) + "/"))
                .flatMap(file -> text(file).map(text -> EnvParser.parse(file.path(), text)).stream());
    }

    private static Optional<String> text(SourceFile file) {
        return switch (file.content()) {
            case Content.Text(String text, var _) -> Optional.of(text);
            case Content.Unreadable _ -> Optional.empty();
        };
    }

    /** The folder of a file; empty for the root. */
    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
