package dev.schemawatch.setup;

import dev.schemawatch.config.AppConfig;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvParser;
import dev.schemawatch.env.Secret;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.Environment.Found;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The databases of a repository, each with its URL. {@code --database-url}, then {@code SCHEMAWATCH_DATABASE_URL} beat all
 * that the repository says, and name a single database.
 */
public final class DatabaseTargets {
    /** The name of the database where none is configured. */
    public static final String ONLY = "main";

    private static final String VARIABLE = "SCHEMAWATCH_DATABASE_URL";

    private final Setup setup;
    private final Workspace workspace;
    private final Map<String, String> process;

    /**
     * @param process the environment of the process; where a secret is in a file ({@code SCHEMAWATCH_DATABASE_URL_FILE}), the
     *     caller has put its content into {@code SCHEMAWATCH_DATABASE_URL}
     */
    public DatabaseTargets(Setup setup, Workspace workspace, Map<String, String> process) {
        this.setup = setup;
        this.workspace = workspace;
        this.process = Map.copyOf(process);
    }

    /**
     * The databases to look at, by name.
     *
     * @param urlFlag {@code --database-url}, if given
     */
    public List<DatabaseTarget> find(Optional<Secret> urlFlag) {
        Map<String, AppConfig.Database> configured = setup.config().databases();
        Optional<Found> given = urlFlag.map(url -> new Found(url, "--database-url"))
                .or(() -> new Environment(process, List.of()).firstSet(List.of(VARIABLE)));
        if (given.isPresent()) {
            String name =
                    configured.size() == 1 ? configured.keySet().iterator().next() : ONLY;
            Optional<String> schema = Optional.ofNullable(configured.get(name)).flatMap(AppConfig.Database::schema);
            return List.of(new DatabaseTarget(name, setup.schema().or(() -> schema), UrlSearch.read(given.get())));
        }
        if (configured.isEmpty()) {
            return List.of(new DatabaseTarget(ONLY, setup.schema(), usual()));
        }
        return configured.entrySet().stream()
                .map(database -> target(database.getKey(), database.getValue()))
                .toList();
    }

    private DatabaseTarget target(String name, AppConfig.Database database) {
        Optional<Project> project =
                ProjectSchemas.find(workspace, database.schema().or(setup::schema));
        return new DatabaseTarget(
                name,
                database.schema().or(setup::schema),
                new UrlSearch(name, environment(project)).configured(database.urlFrom()));
    }

    private Url usual() {
        Optional<Project> project = ProjectSchemas.find(workspace, setup.schema());
        return new UrlSearch(ONLY, environment(project))
                .usual(project.map(found -> new DeclaredUrls(workspace, found).read())
                        .orElse(DeclaredUrls.Declared.NOTHING));
    }

    /** The {@code .env} files from the root down to the schema's folder. */
    private Environment environment(Optional<Project> project) {
        String schema = project.map(Project::schema).orElse("");
        Comparator<SourceFile> rank = Comparator.comparing(
                        (SourceFile file) -> !name(file).equals(".env.local"))
                .thenComparingInt(file -> file.path().length());
        List<EnvFile> files = workspace.files().values().stream()
                .filter(file -> name(file).equals(".env") || name(file).equals(".env.local"))
                .filter(file -> schema.startsWith(folder(file)))
                .sorted(rank)
                .flatMap(file -> file.content() instanceof Content.Text text
                        ? Stream.of(EnvParser.parse(file.path(), text.text()))
                        : Stream.empty())
                .toList();
        return new Environment(process, files);
    }

    private static String name(SourceFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /** The folder with a slash at its end; "" for the root. */
    private static String folder(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/') + 1);
    }
}
