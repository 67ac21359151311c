package dev.schemawatch.check;

import dev.schemawatch.check.DatasourceUrls.Role;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvMode;
import dev.schemawatch.env.EnvName;
import dev.schemawatch.env.EnvScope;
import dev.schemawatch.env.EnvVariable;
import dev.schemawatch.env.EnvView;
import dev.schemawatch.env.Template;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All environment files of a repository together, and what reads them.
 *
 * @param scope whose environment it is
 * @param files those that an application may read, sorted by path
 * @param examples those that show people what to write, sorted by path
 * @param projects the schemas whose datasource is known
 * @param documents the other files that were read, by path
 */
public record RepositoryEnvironment(
        EnvScope scope,
        List<EnvFile> files,
        List<EnvFile> examples,
        List<DatasourceUrls> projects,
        SortedMap<String, SourceFile> documents) {

    public RepositoryEnvironment {
        Objects.requireNonNull(scope);
        files = List.copyOf(files);
        examples = List.copyOf(examples);
        projects = List.copyOf(projects);
        documents = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, SourceFile>) documents));
    }

    /**
     * The files one by one: all of them as they are; of an application what its process sets too, and nothing of an entry that
     * a stronger file hides from it.
     */
    public List<EnvFile> judgedFiles() {
        return Stream.concat(filesInScope().stream(), writtenDown()).toList();
    }

    /** The URLs that schemas hold themselves, as if each schema were one more file. */
    private Stream<EnvFile> writtenDown() {
        return projects.stream().filter(DatasourceUrls::postgresql).flatMap(project -> {
            List<EnvVariable> entries =
                    project.uses().stream().flatMap(use -> use.entry().stream()).toList();
            return entries.isEmpty()
                    ? Stream.empty()
                    : Stream.of(new EnvFile(
                            entries.getFirst().location().path(), false, entries, new TreeSet<>(), List.of()));
        });
    }

    private List<EnvFile> filesInScope() {
        return switch (scope) {
            case EnvScope.Repository _ ->
                Stream.concat(files.stream(), examples.stream()).toList();
            case EnvScope.Application application -> {
                EnvView view = view(application);
                Set<String> readByPrisma =
                        projects.stream().flatMap(this::hiddenFromPrisma).collect(Collectors.toSet());
                yield view.files().stream()
                        .map(file -> file.only(variable -> view.entry(variable.name())
                                        .filter(entry -> entry.location().path().equals(file.path()))
                                        .isPresent()
                                || file.name().isBase() && readByPrisma.contains(variable.name())))
                        .toList();
            }
        };
    }

    /** Whether this is what one application sees, which is started here and now. */
    public boolean isOfApplication() {
        return scope instanceof EnvScope.Application;
    }

    /** Whether the one file that is looked at is an example, which no application reads. */
    public boolean isOfExample() {
        return scope instanceof EnvScope.Application application
                && examples.stream().anyMatch(example -> application.paths().contains(example.path()));
    }

    /** The names that have a value in the process itself. */
    public SortedSet<String> processNames() {
        return switch (scope) {
            case EnvScope.Repository repository -> repository.processNames();
            case EnvScope.Application(var _, var _, EnvFile process) -> new EnvView(List.of(process)).names();
        };
    }

    /** The names of variables that a file, a schema or the process speaks of. */
    public SortedSet<String> knownNames() {
        SortedSet<String> names = new TreeSet<>((Set<String>) processNames());
        Stream.concat(files.stream(), examples.stream()).forEach(file -> {
            names.addAll(file.shownNames());
            names.addAll(file.commentedOut());
        });
        projects.forEach(project -> {
            project.uses().forEach(use -> names.addAll(use.names()));
            project.ofGenerators().forEach(read -> names.add(read.variable()));
        });
        return names;
    }

    /**
     * What each application sees that may be started for that project: one for each name that files are for, and one that
     * is the example's reader. In the scope of an application, what that sees.
     */
    public List<EnvView> views(DatasourceUrls project) {
        return switch (scope) {
            case EnvScope.Application application ->
                hiddenFromPrisma(project).findAny().isPresent()
                        ? List.of(view(application), prismaView(application))
                        : List.of(view(application));
            case EnvScope.Repository _ -> {
                List<EnvFile> near = files.stream()
                        .filter(file -> project.project().schema().startsWith(file.folder()))
                        .toList();
                SortedSet<String> modes =
                        near.stream().map(file -> file.name().mode()).collect(Collectors.toCollection(TreeSet::new));
                boolean writtenDown =
                        project.uses().stream().anyMatch(use -> use.literal().isPresent());
                Stream<EnvView> withoutFile =
                        modes.isEmpty() && writtenDown ? Stream.of(new EnvView(List.of())) : Stream.empty();
                Stream<EnvView> ofFiles = Stream.concat(
                        modes.stream().map(mode -> new EnvView(new EnvMode(mode).select(near))),
                        examples.stream()
                                .filter(file -> project.project().schema().startsWith(file.folder()))
                                .map(example -> new EnvView(List.of(example))));
                yield Stream.concat(withoutFile, ofFiles).toList();
            }
        };
    }

    /** What each application of a folder sees, schema or not; examples are left out. */
    public List<EnvView> viewsByFolder() {
        return switch (scope) {
            case EnvScope.Application application -> List.of(view(application));
            case EnvScope.Repository _ ->
                files.stream()
                        .collect(Collectors.groupingBy(EnvFile::folder, TreeMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .flatMap(together -> together.stream()
                                .map(file -> file.name().mode())
                                .distinct()
                                .map(mode -> new EnvView(new EnvMode(mode).select(together))))
                        .toList();
        };
    }

    /** The URLs of PostgreSQL databases, once for each application that sees them; templates of examples are left out. */
    public Stream<SeenUrl> urls() {
        return ofEachView(
                (project, view) -> Stream.of(Role.values()).flatMap(role -> seen(project, view, role).stream()));
    }

    /** What a function makes of each project of PostgreSQL as each application sees it. */
    public <T> Stream<T> ofEachView(BiFunction<DatasourceUrls, EnvView, Stream<T>> function) {
        return projects.stream()
                .filter(DatasourceUrls::postgresql)
                .flatMap(project -> views(project).stream().flatMap(view -> function.apply(project, view)));
    }

    /** The URL that counts in that role, if one is set and all of it is known. */
    public Optional<SeenUrl> seen(DatasourceUrls project, EnvView view, Role role) {
        Optional<String> variable = project.variables(role).filter(view::isSet).findFirst();
        if (variable.isEmpty()) {
            return project.use(role)
                    .flatMap(DatasourceUrls.Use::entry)
                    .map(entry -> new SeenUrl(project, role, entry, ConnectionUrl.parse(entry.value())));
        }
        return variable.filter(name -> view.unresolved(name).isEmpty())
                .flatMap(view::entry)
                .filter(entry ->
                        !isTemplate(entry, view.prismaValue(entry.name()).orElse("")))
                .map(entry -> new SeenUrl(
                        project,
                        role,
                        entry,
                        ConnectionUrl.parse(view.prismaValue(entry.name()).orElse(""))));
    }

    /** The database schema that every known URL of a project names; nothing where none is known, or they differ. */
    public Optional<String> namespace(Project project) {
        List<String> named = projects.stream()
                .filter(known -> known.project().equals(project) && known.postgresql())
                .flatMap(known -> views(known).stream().flatMap(view -> seen(known, view, Role.URL).stream()))
                .flatMap(seen -> seen.url().stream())
                .map(ConnectionUrl::schema)
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private boolean isTemplate(EnvVariable entry, String value) {
        return examples.stream()
                        .anyMatch(example ->
                                example.path().equals(entry.location().path()))
                && (!value.contains("://") || Template.matches(value));
    }

    /** The variables whose {@code .env.local} entry an application takes, while Prisma reads {@code .env} and nothing else. */
    private Stream<String> hiddenFromPrisma(DatasourceUrls project) {
        return scope instanceof EnvScope.Application application && project.readsEnvFiles()
                ? Stream.of(Role.values())
                        .flatMap(project::variables)
                        .filter(name -> view(application)
                                .entry(name)
                                .filter(entry -> EnvName.of(entry.location().path())
                                        .words()
                                        .equals(List.of("local")))
                                .isPresent())
                : Stream.empty();
    }

    private EnvView prismaView(EnvScope.Application application) {
        return new EnvView(view(application).files().stream()
                .filter(file ->
                        file.equals(application.process()) || file.name().isBase())
                .toList());
    }

    private EnvView view(EnvScope.Application application) {
        Stream<EnvFile> read = application.paths().stream()
                .flatMap(path -> Stream.concat(files.stream(), examples.stream())
                        .filter(file -> file.path().equals(path)));
        return new EnvView(Stream.concat(Stream.of(application.process()), read).toList());
    }

    /**
     * A URL as an application sees it.
     *
     * @param entry where it is set
     * @param parsed what Prisma makes of it
     */
    public record SeenUrl(DatasourceUrls project, Role role, EnvVariable entry, ConnectionUrl.Parsed parsed) {
        public SeenUrl {
            Objects.requireNonNull(project);
            Objects.requireNonNull(role);
            Objects.requireNonNull(entry);
            Objects.requireNonNull(parsed);
        }

        /** Whether it stands in the schema or in {@code prisma.config.*} itself, for everybody. */
        public boolean writtenDown() {
            return project.use(role)
                    .flatMap(DatasourceUrls.Use::entry)
                    .filter(entry::equals)
                    .isPresent();
        }

        /** The URL, if Prisma can use it. */
        public Optional<ConnectionUrl> url() {
            return parsed instanceof ConnectionUrl.Parsed.Valid valid ? Optional.of(valid.url()) : Optional.empty();
        }
    }
}
