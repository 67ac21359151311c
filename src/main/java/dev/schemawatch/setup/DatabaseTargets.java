package dev.schemawatch.setup;

import dev.schemawatch.config.AppConfig;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvMode;
import dev.schemawatch.env.EnvParser;
import dev.schemawatch.env.Secret;
import dev.schemawatch.prisma.DeclaredUrls;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.Environment.Found;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The databases of a repository, each with its URL. {@code --database-url}, then {@code SCHEMAWATCH_DATABASE_URL} beat all
 * that the repository says, and name a single database. Without a configuration that is one, unless the repository has several
 * schemas each of which names a variable of its own.
 */
public final class DatabaseTargets {
    /** The name of the database where none is configured. */
    public static final String ONLY = "main";

    private static final String VARIABLE = "SCHEMAWATCH_DATABASE_URL";

    private final Setup setup;
    private final Workspace workspace;
    private final Map<String, String> process;
    private final EnvMode mode;

    /**
     * With the files of a developer's machine: {@code .env.local}, then {@code .env}.
     *
     * @param process the environment of the process; where a secret is in a file ({@code SCHEMAWATCH_DATABASE_URL_FILE}), the
     *     caller has put its content into {@code SCHEMAWATCH_DATABASE_URL}
     */
    public DatabaseTargets(Setup setup, Workspace workspace, Map<String, String> process) {
        this(setup, workspace, process, new EnvMode("local"));
    }

    private DatabaseTargets(Setup setup, Workspace workspace, Map<String, String> process, EnvMode mode) {
        this.setup = setup;
        this.workspace = workspace;
        this.process = Map.copyOf(process);
        this.mode = mode;
    }

    /** The same as an application sees them that runs under that name: with the files that it reads. */
    public DatabaseTargets seenBy(EnvMode other) {
        return new DatabaseTargets(setup, workspace, process, other);
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
            return List.of(new DatabaseTarget(
                    name, setup.schema().or(() -> schema).or(this::onlySchema), UrlSearch.read(given.get())));
        }
        if (configured.isEmpty()) {
            List<DatabaseTarget> own = ownDatabases();
            return own.isEmpty() ? List.of(new DatabaseTarget(ONLY, onlySchema(), usual())) : own;
        }
        return configured.entrySet().stream()
                .map(database -> target(database.getKey(), database.getValue()))
                .toList();
    }

    /**
     * The database of that name as the repository has it now. A daemon asks for those it found at its start.
     *
     * @return without a URL when there is none of that name any more
     */
    public DatabaseTarget named(String name) {
        List<DatabaseTarget> now = find(Optional.empty());
        return now.stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseGet(() -> new DatabaseTarget(
                        name,
                        Optional.empty(),
                        new Url.NotFound("The repository no longer speaks of a database " + name + ", but of "
                                + now.stream().map(DatabaseTarget::name).collect(Collectors.joining(", "))
                                + ". Start the daemon again to watch what it speaks of now.")));
    }

    /** Every database that is known of, by each of its URLs: what nobody may mistake for a scratch database. */
    public List<ConnectionUrl> known() {
        Stream<ConnectionUrl> watched = find(Optional.empty()).stream()
                .flatMap(
                        target -> target.url() instanceof Url.Usable usable ? Stream.of(usable.url()) : Stream.empty());
        Stream<ConnectionUrl> named = workspace.projects().stream()
                .flatMap(project ->
                        new UrlSearch(ONLY, environment(Optional.of(project))).everyUsable(declared(project)));
        return Stream.concat(watched, named).distinct().toList();
    }

    /** A URL that the command line gives. */
    public static Url given(Secret url, String option) {
        return UrlSearch.read(new Found(url, option));
    }

    /** Where Prisma is told to try the migrations of that database. */
    public Url shadowOf(DatabaseTarget target) {
        Optional<Project> project =
                ProjectSchemas.find(workspace, target.schema().or(setup::schema));
        return new UrlSearch(target.name(), environment(project))
                .shadow(project.map(this::declared).orElse(DeclaredUrls.NOTHING));
    }

    /** The schema that is named for all, else the only one of several that can be meant; empty where the choice is the user's. */
    private Optional<String> onlySchema() {
        return setup.schema()
                .or(() -> workspace.projects().size() < 2
                        ? Optional.empty()
                        : ProjectSchemas.find(workspace, Optional.empty()).map(Project::schema));
    }

    /**
     * One database for each schema, where there are several and each says where its own is. Where one says nothing, or its
     * variable is not set, or two would lead to the same tables, nobody can tell which is meant: then there is none.
     */
    private List<DatabaseTarget> ownDatabases() {
        List<Project> candidates = ProjectSchemas.candidates(workspace);
        if (candidates.size() < 2) {
            return List.of();
        }
        ProjectNames names = ProjectNames.of(candidates);
        List<DatabaseTarget> own = candidates.stream()
                .map(project -> ownDatabase(names.of(project), project))
                .flatMap(Optional::stream)
                .toList();
        return own.size() == candidates.size() && ownPlaces(own) ? own : List.of();
    }

    private Optional<DatabaseTarget> ownDatabase(String name, Project project) {
        DeclaredUrls declared = declared(project);
        return declared.sources().isEmpty()
                ? Optional.empty()
                : Optional.of(new DatabaseTarget(
                        name,
                        Optional.of(project.schema()),
                        new UrlSearch(name, environment(Optional.of(project))).usual(declared)));
    }

    private static boolean ownPlaces(List<DatabaseTarget> targets) {
        List<ConnectionUrl> seen = new ArrayList<>();
        for (DatabaseTarget target : targets) {
            if (!(target.url() instanceof Url.Usable(ConnectionUrl url, var _, var _))
                    || seen.stream()
                            .anyMatch(other ->
                                    other.sameDatabaseAs(url) && other.schema().equals(url.schema()))) {
                return false;
            }
            seen.add(url);
        }
        return true;
    }

    private DatabaseTarget target(String name, AppConfig.Database database) {
        Optional<Project> project =
                ProjectSchemas.find(workspace, database.schema().or(setup::schema));
        return new DatabaseTarget(
                name,
                database.schema().or(this::onlySchema),
                new UrlSearch(name, environment(project)).configured(database.urlFrom()));
    }

    private Url usual() {
        Optional<Project> project = ProjectSchemas.find(workspace, setup.schema());
        return new UrlSearch(ONLY, environment(project))
                .usual(project.map(this::declared).orElse(DeclaredUrls.NOTHING));
    }

    private DeclaredUrls declared(Project project) {
        return DeclaredUrls.of(workspace, project, ProjectSchemas.datasource(workspace, project));
    }

    /** The environment files from the root down to the schema's folder. */
    private Environment environment(Optional<Project> project) {
        String schema = project.map(Project::schema).orElse("");
        List<EnvFile> files = workspace.files().values().stream()
                .filter(file -> mode.fileNames().contains(name(file)))
                .filter(file -> schema.startsWith(folder(file)))
                .flatMap(file -> file.content() instanceof Content.Text text
                        ? Stream.of(EnvParser.parse(file.path(), text.text()))
                        : Stream.empty())
                .toList();
        return new Environment(process, mode.select(files));
    }

    private static String name(SourceFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1);
    }

    /** The folder with a slash at its end; "" for the root. */
    private static String folder(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/') + 1);
    }
}
