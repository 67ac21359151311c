package dev.schemawatch.watch;

import static dev.schemawatch.watch.Disk.child;
import static dev.schemawatch.watch.Disk.isWithin;
import static dev.schemawatch.watch.Disk.parent;

import dev.schemawatch.prisma.PackageJson;
import dev.schemawatch.workspace.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the Prisma schemas of a repository. Where Prisma is told (a config file, {@code package.json}) that decides. Else a
 * schema is a file that holds a {@code datasource} block, together with the files without one around it.
 */
final class ProjectDiscovery {
    private static final Pattern DATASOURCE =
            Pattern.compile("(?m)^[ \\t]*datasource[ \\t]+\\w+[ \\t\\r\\n]*\\{([^}]*)");
    private static final Pattern URL = Pattern.compile("(?m)^[ \\t]*url[ \\t]*=");
    private static final Pattern GENERATOR = Pattern.compile("(?m)^[ \\t]*generator[ \\t]+\\w+[ \\t\\r\\n]*\\{([^}]*)");
    private static final Pattern OUTPUT = Pattern.compile("(?m)^[ \\t]*output[ \\t]*=[ \\t]*\"([^\"\\r\\n]+)\"");
    private static final int DEFAULT_MAJOR = 6;

    /** Where Prisma looks, in this order, from the folder in which it runs. */
    private static final List<String> DEFAULT_PLACES =
            List.of("schema.prisma", "prisma/schema.prisma", "prisma/schema");

    private final SearchTree tree;
    private final UnaryOperator<String> text;
    private final Predicate<String> isFolder;
    private final Function<String, Optional<String>> target;
    private final SortedSet<String> schemaFiles = new TreeSet<>();
    private final DeclaredSchemas declared;
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Project> found = new LinkedHashMap<>();

    /**
     * @param text the text of a file; empty for one that is not there or cannot be read
     * @param isFolder whether a folder is at a path
     * @param target the path of what a link at a path leads to; empty where no link is
     */
    ProjectDiscovery(
            SearchTree tree,
            UnaryOperator<String> text,
            Predicate<String> isFolder,
            Function<String, Optional<String>> target) {
        this.tree = tree;
        this.text = text;
        this.isFolder = isFolder;
        this.target = target;
        this.declared = DeclaredSchemas.read(tree, text);
        tree.files().stream().filter(path -> path.endsWith(".prisma")).forEach(schemaFiles::add);
    }

    /** What of a schema file's text decides which schema it belongs to. An edit that keeps it moves no schema. */
    record Role(boolean datasource, boolean url, List<String> outputs) {
        static Role of(String schema) {
            Matcher block = DATASOURCE.matcher(schema);
            boolean datasource = block.find();
            return new Role(
                    datasource, datasource && URL.matcher(block.group(1)).find(), outputs(schema));
        }

        private static List<String> outputs(String schema) {
            return GENERATOR
                    .matcher(schema)
                    .results()
                    .flatMap(block -> OUTPUT.matcher(block.group(1)).results())
                    .map(output -> output.group(1))
                    .toList();
        }
    }

    /** Every schema, sorted by path. */
    List<Project> discover() {
        dropLinkedTwins();
        declared.schemas().forEach(schema -> add(schema, filesOf(schema)));
        searchByDatasource();
        keepOrphanedSchemaFiles();
        keepOrphanedMigrations();
        dropShadowed();
        dropGenerated();
        return found.values().stream()
                .sorted(Comparator.comparing(Project::schema))
                .toList();
    }

    /** The one of them that Prisma takes when it runs in the root and is told nothing else. */
    Optional<String> ofRoot() {
        return declared.ofRoot()
                .or(() -> DEFAULT_PLACES.stream()
                        .flatMap(place -> onlyAt(place).stream())
                        .findFirst());
    }

    private Optional<String> onlyAt(String place) {
        List<String> there = found.values().stream()
                .filter(project -> project.schema().equals(place)
                        || project.schemaFiles().stream().anyMatch(file -> isWithin(file, place)))
                .map(Project::schema)
                .toList();
        return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
    }

    /** The one schema that the user named, there or not. */
    Project named(String schema, Optional<String> migrations) {
        return project(schema, filesOf(schema), migrations);
    }

    private List<String> filesOf(String schema) {
        return schemaFiles.stream().filter(file -> isWithin(file, schema)).toList();
    }

    /**
     * A link and the file that it leads to are one schema. It is where Prisma is told, or where its migrations are; else the
     * link was made so that Prisma finds it.
     */
    private void dropLinkedTwins() {
        Comparator<String> place = Comparator.comparing(this::isDeclared).thenComparing(this::hasMigrations);
        for (String link : List.copyOf(schemaFiles)) {
            target.apply(link)
                    .filter(schemaFiles::contains)
                    .filter(file -> declaresDatasource(file) && !(isDeclared(file) && isDeclared(link)))
                    .ifPresent(file -> schemaFiles.remove(place.compare(file, link) > 0 ? link : file));
        }
    }

    private boolean isDeclared(String file) {
        return declared.schemas().stream().anyMatch(schema -> isWithin(file, schema));
    }

    private boolean hasMigrations(String file) {
        return declared.migrations(file).isPresent() || isFolder.test(migrationsOf(file, List.of(file)));
    }

    private void searchByDatasource() {
        List<String> roots = schemaFiles.stream()
                .filter(file -> !isClaimed(file) && declaresDatasource(file))
                .toList();
        for (String root : roots) {
            String folder = parent(root);
            List<String> members = new ArrayList<>(List.of(root));
            if (mayBeSchemaFolder(folder, roots)) {
                schemaFiles.stream()
                        .filter(file -> isWithin(file, folder) && !roots.contains(file) && !isClaimed(file))
                        .filter(file -> nearestRootFolder(file, roots).equals(folder))
                        .forEach(members::add);
            }
            add(members.size() == 1 ? root : folder, members);
        }
    }

    /** Fragments below a package's own folder may be anything; below a folder with two datasources they belong to neither. */
    private boolean mayBeSchemaFolder(String folder, List<String> roots) {
        return !folder.isEmpty()
                && !tree.files().contains(child(folder, "package.json"))
                && roots.stream().filter(root -> parent(root).equals(folder)).count() == 1;
    }

    private static String nearestRootFolder(String file, List<String> roots) {
        return roots.stream()
                .map(Disk::parent)
                .filter(folder -> isWithin(file, folder))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    /** An emptied {@code schema.prisma} is still the schema: that it is empty is the finding. */
    private void keepOrphanedSchemaFiles() {
        schemaFiles.stream()
                .filter(file -> file.equals("schema.prisma") || file.endsWith("/schema.prisma"))
                .filter(file -> !isClaimed(file))
                .forEach(file -> add(file, List.of(file)));
    }

    /** Migrations whose schema is gone: the schema is missing, rather than the project. */
    private void keepOrphanedMigrations() {
        for (String migrations : tree.migrations()) {
            boolean claimed = found.values().stream()
                    .anyMatch(project -> project.migrations().equals(migrations));
            if (!claimed
                    && !text.apply(child(migrations, "migration_lock.toml")).isEmpty()) {
                String schema = child(parent(migrations), "schema.prisma");
                found.putIfAbsent(schema, project(schema, List.of(), Optional.of(migrations)));
            }
        }
    }

    /** Of the default places in one package Prisma takes the first: {@code schema.prisma}, {@code prisma/schema.prisma}, {@code prisma/schema/}. */
    private void dropShadowed() {
        for (String schema : List.copyOf(found.keySet())) {
            String name = "schema.prisma";
            if (schema.equals(name) || schema.endsWith("/" + name)) {
                String packageFolder = parent(schema);
                dropSearched(child(packageFolder, "prisma/schema.prisma"));
                if (packageFolder.equals("prisma") || packageFolder.endsWith("/prisma")) {
                    dropSearched(child(packageFolder, "schema"));
                }
            }
        }
    }

    /** Prisma copies the schema to where it generates the client: the copy is no schema of its own. */
    private void dropGenerated() {
        List<String> outputs = found.values().stream()
                .flatMap(project -> project.schemaFiles().stream())
                .flatMap(file -> role(file).outputs().stream()
                        .flatMap(output -> Disk.named(parent(file), output).stream())
                        .filter(output -> !isWithin(file, output)))
                .toList();
        List.copyOf(found.keySet()).stream()
                .filter(schema -> outputs.stream().anyMatch(output -> isWithin(schema, output)))
                .forEach(this::dropSearched);
    }

    private void dropSearched(String schema) {
        if (!declared.schemas().contains(schema)) {
            found.remove(schema);
        }
    }

    private boolean isClaimed(String file) {
        return found.values().stream().anyMatch(project -> project.schemaFiles().contains(file));
    }

    private void add(String schema, List<String> files) {
        found.putIfAbsent(schema, project(schema, files, Optional.empty()));
    }

    private Project project(String schema, List<String> files, Optional<String> migrations) {
        List<String> sorted = files.stream().sorted().toList();
        Optional<PackageJson> described = described(schema);
        Project project = new Project(
                schema,
                sorted,
                migrations.or(() -> declared.migrations(schema)).orElseGet(() -> migrationsOf(schema, sorted)),
                described.flatMap(PackageJson::prismaMajor).orElseGet(() -> major(sorted)));
        return described
                .filter(PackageJson::sendsWhole)
                .map(_ -> project.unsplit())
                .orElse(project);
    }

    /** Beside the file with the datasource, as Prisma has it; else where real repositories put it, when that exists. */
    private String migrationsOf(String schema, List<String> files) {
        String home = files.stream()
                .filter(this::declaresDatasource)
                .findFirst()
                .map(Disk::parent)
                .orElseGet(() -> schema.endsWith(".prisma") ? parent(schema) : schema);
        List<String> places = new ArrayList<>(List.of(child(home, "migrations"), child(home, "migration")));
        if (!schema.endsWith(".prisma")) {
            String beside = parent(schema);
            places.addAll(List.of(child(beside, "migrations"), child(beside, "migration")));
        }
        return places.stream().filter(isFolder).findFirst().orElse(places.getFirst());
    }

    /** The nearest {@code package.json} that names Prisma. */
    private Optional<PackageJson> described(String schema) {
        for (String folder = parent(schema); ; folder = parent(folder)) {
            PackageJson file = PackageJson.read(packageJson(folder));
            if (file.prismaMajor().isPresent()) {
                return Optional.of(file);
            }
            if (folder.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    /** Where nobody says it: a datasource without a URL is of version 7. */
    private int major(List<String> files) {
        Optional<Role> role =
                files.stream().map(this::role).filter(Role::datasource).findFirst();
        return role.map(known -> known.url() ? DEFAULT_MAJOR : 7).orElse(DEFAULT_MAJOR);
    }

    private String packageJson(String folder) {
        String path = child(folder, "package.json");
        return tree.files().contains(path) ? text.apply(path) : "";
    }

    private boolean declaresDatasource(String file) {
        return role(file).datasource();
    }

    private Role role(String file) {
        return roles.computeIfAbsent(file, path -> Role.of(text.apply(path)));
    }
}
