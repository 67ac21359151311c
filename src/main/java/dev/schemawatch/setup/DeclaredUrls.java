package dev.schemawatch.setup;

import dev.schemawatch.prisma.Datasource;
import dev.schemawatch.prisma.PrismaConfigFile;
import dev.schemawatch.prisma.UrlSource;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a repository says that the URL of a schema's database is: in the {@code prisma.config.*} nearest to the schema, else
 * in the schema's datasource. A direct URL comes before one that may lead through a pool.
 */
final class DeclaredUrls {
    private static final Pattern CONFIG_FILE =
            Pattern.compile("(.*/)?(\\.config/prisma7?|prisma7?\\.config)\\.[cm]?[jt]s");

    private final Workspace workspace;
    private final Project project;

    DeclaredUrls(Workspace workspace, Project project) {
        this.workspace = workspace;
        this.project = project;
    }

    /** Of the database itself. */
    Declared database() {
        return read(
                config -> Stream.concat(config.directUrl().stream(), config.url().stream()),
                datasource -> Stream.concat(datasource.directUrl().stream(), datasource.url().stream()));
    }

    /** Of the shadow database, in which Prisma tries migrations. */
    Declared shadowDatabase() {
        return read(
                config -> config.shadowDatabaseUrl().stream(), datasource -> datasource.shadowDatabaseUrl().stream());
    }

    private Declared read(
            Function<PrismaConfigFile, Stream<UrlSource>> ofConfig, Function<Datasource, Stream<UrlSource>> ofSchema) {
        Optional<Declared> inConfig = workspace.files().values().stream()
                .filter(file -> CONFIG_FILE.matcher(file.path()).matches())
                .filter(file -> project.schema().startsWith(folder(file.path())))
                .sorted(Comparator.comparingInt(
                                (SourceFile file) -> -folder(file.path()).length())
                        .thenComparing(SourceFile::path, Comparator.reverseOrder()))
                .flatMap(file -> inConfig(file, ofConfig).stream())
                .findFirst();
        return inConfig.filter(declared -> !declared.sources().isEmpty()).orElseGet(() -> {
            Declared inSchema = inSchema(ofSchema);
            return new Declared(
                    inSchema.sources(),
                    inSchema.place(),
                    inConfig.map(Declared::unread).orElse(List.of()));
        });
    }

    private static Optional<Declared> inConfig(SourceFile file, Function<PrismaConfigFile, Stream<UrlSource>> sources) {
        if (!(file.content() instanceof Content.Text text)) {
            return Optional.empty();
        }
        PrismaConfigFile config = PrismaConfigFile.read(file.path(), text.text());
        return Optional.of(new Declared(
                sources.apply(config).toList(),
                file.path(),
                config.notUnderstood().stream()
                        .filter(part ->
                                part.property().isEmpty() || part.property().startsWith("datasource"))
                        .map(part -> part.location().display())
                        .toList()));
    }

    private Declared inSchema(Function<Datasource, Stream<UrlSource>> sources) {
        return ProjectSchemas.datasource(workspace, project)
                .map(datasource -> new Declared(
                        sources.apply(datasource).toList(),
                        datasource.location().display(),
                        List.of()))
                .orElse(Declared.NOTHING);
    }

    /** The folder that the config file speaks for, with a slash at its end; "" for the root. */
    private static String folder(String path) {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return folder.endsWith(".config/") ? folder.substring(0, folder.length() - ".config/".length()) : folder;
    }

    /**
     * What the repository says.
     *
     * @param sources in the order in which they count
     * @param place the file, and the line where it is known
     * @param unread places in a config file whose value only running it would tell
     */
    record Declared(List<UrlSource> sources, String place, List<String> unread) {
        static final Declared NOTHING = new Declared(List.of(), "", List.of());

        Declared {
            sources = List.copyOf(sources);
            unread = List.copyOf(unread);
        }
    }
}
