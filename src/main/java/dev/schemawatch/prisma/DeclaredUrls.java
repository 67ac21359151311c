package dev.schemawatch.prisma;

import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a repository says that the URLs of a schema's database are: in the {@code prisma.config.*} nearest to the schema, else
 * in the schema's datasource.
 *
 * @param url of the application: the first one that has a value counts
 * @param directUrl of migrations, likewise
 * @param shadowDatabaseUrl of the shadow database, likewise
 * @param loadsEnvFiles false for a config file that does not load {@code .env} files: since Prisma 7, nobody else does
 * @param unread places in a config file whose value only running it would tell
 */
public record DeclaredUrls(
        List<UrlSource> url,
        List<UrlSource> directUrl,
        List<UrlSource> shadowDatabaseUrl,
        boolean loadsEnvFiles,
        List<String> unread) {

    /** Nothing is said, by no file. */
    public static final DeclaredUrls NOTHING = new DeclaredUrls(List.of(), List.of(), List.of(), true, List.of());

    public DeclaredUrls {
        url = List.copyOf(url);
        directUrl = List.copyOf(directUrl);
        shadowDatabaseUrl = List.copyOf(shadowDatabaseUrl);
        unread = List.copyOf(unread);
    }

    /**
     * What is said of one project.
     *
     * @param datasource that of its schema, if it has one
     */
    public static DeclaredUrls of(Workspace workspace, Project project, Optional<Datasource> datasource) {
        Optional<DeclaredUrls> inConfig = workspace.files().values().stream()
                .filter(file -> PrismaConfigFile.isAt(file.path()))
                .filter(file -> isBelow(PrismaConfigFile.folder(file.path()), project.schema()))
                .sorted(Comparator.comparingInt((SourceFile file) ->
                                -PrismaConfigFile.folder(file.path()).length())
                        .thenComparing(SourceFile::path, PrismaConfigFile.PRECEDENCE))
                .flatMap(file -> inConfig(file).stream())
                .findFirst();
        Optional<DeclaredUrls> inSchema = datasource.map(DeclaredUrls::inSchema);
        DeclaredUrls main = Stream.concat(inConfig.stream(), inSchema.stream())
                .filter(declared -> !declared.sources().isEmpty())
                .findFirst()
                .orElseGet(() -> inSchema.orElse(NOTHING));
        List<UrlSource> shadow = Stream.concat(inConfig.stream(), inSchema.stream())
                .map(DeclaredUrls::shadowDatabaseUrl)
                .filter(sources -> !sources.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new DeclaredUrls(
                main.url(),
                main.directUrl(),
                shadow,
                inConfig.map(DeclaredUrls::loadsEnvFiles).orElse(true),
                inConfig.map(DeclaredUrls::unread).orElse(List.of()));
    }

    private static DeclaredUrls inSchema(Datasource datasource) {
        return new DeclaredUrls(
                datasource.url().stream().toList(),
                datasource.directUrl().stream().toList(),
                datasource.shadowDatabaseUrl().stream().toList(),
                true,
                List.of());
    }

    /** Those that lead to the database itself, in the order in which they count: a direct one before one that may lead through
     * a pool. */
    public List<UrlSource> sources() {
        return Stream.concat(directUrl.stream(), url.stream()).toList();
    }

    private static Optional<DeclaredUrls> inConfig(SourceFile file) {
        if (!(file.content() instanceof Content.Text text)) {
            return Optional.empty();
        }
        PrismaConfigFile config = PrismaConfigFile.read(file.path(), text.text());
        return Optional.of(new DeclaredUrls(
                config.url(),
                config.directUrl(),
                config.shadowDatabaseUrl(),
                config.loadsEnvFiles(),
                config.notUnderstood().stream()
                        .filter(part ->
                                part.property().isEmpty() || part.property().startsWith("datasource"))
                        .map(part -> part.location().display())
                        .toList()));
    }

    private static boolean isBelow(String folder, String path) {
        return folder.isEmpty() || path.startsWith(folder + "/");
    }
}
