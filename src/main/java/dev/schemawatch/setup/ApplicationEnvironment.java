package dev.schemawatch.setup;

import dev.schemawatch.check.EnvSettings;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvInputs;
import dev.schemawatch.env.EnvMode;
import dev.schemawatch.env.EnvName;
import dev.schemawatch.env.EnvParser;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.finding.Location;
import dev.schemawatch.prisma.DeclaredUrls;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.prisma.UrlSource;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import dev.schemawatch.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one application sees that is started in a folder under a name: the environment of the process, then the files that are
 * read under that name in the folder and, where there is a schema below it, on the way to that.
 *
 * @param workspace what concerns it: its own files, the examples beside them, the schemas below its folder
 * @param view its variables; values of the process are in it only for names that files, the schema or the configuration speak of
 * @param inputs the same for the engine
 * @param unread paths of files that it reads and Schemawatch could not read: whatever is in no other file may be in them
 */
public record ApplicationEnvironment(Workspace workspace, EnvView view, EnvInputs inputs, List<String> unread) {
    /** The place of what the process sets. */
    public static final String PROCESS = Location.InFile.PROCESS;

    public ApplicationEnvironment {
        Objects.requireNonNull(workspace);
        Objects.requireNonNull(view);
        Objects.requireNonNull(inputs);
        unread = List.copyOf(unread);
    }

    /**
     * Of an application that runs under a name.
     *
     * @param folder where it is started, relative to the root of the setup; "" for the root itself
     * @param forDevelopment whether it is said to be for development or tests
     * @param process the environment of the process
     */
    public static ApplicationEnvironment of(
            Setup setup,
            Workspace whole,
            String folder,
            EnvMode mode,
            boolean forDevelopment,
            Map<String, String> process) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        List<Project> projects = ProjectSchemas.candidates(whole).stream()
                .filter(project -> project.schema().startsWith(prefix))
                .toList();
        Predicate<String> near = path -> {
            String own = path.substring(0, path.lastIndexOf('/') + 1);
            return own.equals(prefix)
                    || own.startsWith(prefix)
                            && projects.stream()
                                    .anyMatch(project -> project.schema().startsWith(own));
        };
        List<String> names = mode.fileNames();
        Predicate<String> read = path -> near.test(path) && names.contains(path.substring(path.lastIndexOf('/') + 1));
        return make(setup, whole, projects, read, mode.select(parse(whole, read)), forDevelopment, process);
    }

    /**
     * Of an application that reads one file. An example is read by nobody: beside it are the files that it is an example for.
     *
     * @param path of the file, which the workspace holds
     */
    public static ApplicationEnvironment ofFile(
            Setup setup, Workspace whole, String path, Map<String, String> process) {
        return make(
                setup,
                whole,
                ProjectSchemas.candidates(whole),
                path::equals,
                parse(whole, path::equals),
                EnvName.of(path).isForDevelopment(),
                process);
    }

    private static ApplicationEnvironment make(
            Setup setup,
            Workspace whole,
            List<Project> projects,
            Predicate<String> read,
            List<EnvFile> files,
            boolean forDevelopment,
            Map<String, String> process) {
        boolean ofExample = files.stream().anyMatch(file -> isExample(setup, file.path()));
        Predicate<String> beside = path -> (ofExample || isExample(setup, path))
                && files.stream().anyMatch(file -> file.folder().equals(path.substring(0, path.lastIndexOf('/') + 1)));
        List<String> paths = files.stream().map(EnvFile::path).toList();
        SortedMap<String, SourceFile> kept = new TreeMap<>(whole.files());
        EnvInputs repository = setup.env(Map.of());
        kept.keySet().removeIf(path -> repository.isEnvFile(path) && !read.test(path) && !beside.test(path));
        Workspace own = new Workspace(projects, whole.rootSchema(), kept, whole.directories(), Optional.empty());
        EnvFile ofProcess = process(names(setup, own, paths, parse(own, beside)), files, process);
        return new ApplicationEnvironment(
                own,
                new EnvView(Stream.concat(Stream.of(ofProcess), files.stream()).toList()),
                EnvSetup.inputs(setup.config().env(), paths, forDevelopment, ofProcess),
                kept.values().stream()
                        .filter(file -> read.test(file.path()) && mayHoldVariables(file.content()))
                        .map(SourceFile::path)
                        .toList());
    }

    /** A folder sets nothing, and every loader passes it over. */
    private static boolean mayHoldVariables(Content content) {
        return content instanceof Content.Unreadable && !content.equals(Content.Unreadable.FOLDER);
    }

    private static boolean isExample(Setup setup, String path) {
        return setup.env(Map.of()).examples().contains(path)
                || EnvName.isOfEnvFile(path) && EnvName.of(path).isExample();
    }

    /** The names that somebody speaks of beside the files themselves. */
    private static SortedSet<String> names(
            Setup setup, Workspace workspace, List<String> paths, List<EnvFile> examples) {
        EnvSettings settings = setup.checks().env();
        SortedSet<String> names = new TreeSet<>(settings.required());
        paths.forEach(path -> names.addAll(settings.requiredByFile().getOrDefault(path, new TreeSet<>())));
        names.addAll(settings.integers().keySet());
        names.addAll(settings.secrets().keySet());
        examples.forEach(example -> names.addAll(example.byName().keySet()));
        for (Project project : workspace.projects()) {
            PrismaSchema schema = ProjectSchemas.configuration(workspace, project);
            DeclaredUrls urls = DeclaredUrls.of(workspace, project, schema.datasource());
            schema.generatorVariables().forEach(variable -> names.add(variable.name()));
            Stream.concat(urls.sources().stream(), urls.shadowDatabaseUrl().stream())
                    .flatMap(UrlSource::variables)
                    .forEach(names::add);
        }
        return names;
    }

    private static EnvFile process(SortedSet<String> names, List<EnvFile> files, Map<String, String> process) {
        SortedSet<String> known = new TreeSet<>(names);
        EnvView view = new EnvView(files);
        known.addAll(view.names());
        known.addAll(view.referenced());
        Location.InFile place = Location.InFile.whole(PROCESS);
        List<EnvVariable> variables = process.entrySet().stream()
                .filter(variable -> known.contains(variable.getKey()))
                .map(variable -> new EnvVariable(variable.getKey(), variable.getValue(), place))
                .sorted(Comparator.comparing(EnvVariable::name))
                .toList();
        return new EnvFile(PROCESS, false, variables, new TreeSet<>(), List.of());
    }

    private static List<EnvFile> parse(Workspace workspace, Predicate<String> wanted) {
        return workspace.files().values().stream()
                .filter(file -> wanted.test(file.path()))
                .flatMap(file -> file.content() instanceof Content.Text text
                        ? Stream.of(EnvParser.parse(file.path(), text.text()))
                        : Stream.empty())
                .toList();
    }
}
