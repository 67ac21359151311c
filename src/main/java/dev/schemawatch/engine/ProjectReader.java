package dev.schemawatch.engine;

import dev.schemawatch.check.Evolution.Revision;
import dev.schemawatch.check.SchemaFiles;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.prisma.Lowered;
import dev.schemawatch.prisma.Parsed;
import dev.schemawatch.prisma.PrismaAst;
import dev.schemawatch.prisma.PrismaParser;
import dev.schemawatch.prisma.PrismaSchema;
import dev.schemawatch.prisma.PrismaSchemaResolver;
import dev.schemawatch.prisma.SchemaLowering;
import dev.schemawatch.prisma.validation.SchemaValidator;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.ScriptOrder;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The derivations from a project's files to its values: text, tree, schema, expected database; scripts, migrations folder.
 * Serves the working tree and the last commit alike, each with steps of its own.
 */
final class ProjectReader {
    private final Tree tree;
    private final SortedMap<String, SourceFile> files;
    private final Steps steps;

    /**
     * A reader of one tree.
     *
     * @param files the files of the tree, by path
     */
    ProjectReader(Tree tree, SortedMap<String, SourceFile> files, Steps steps) {
        this.tree = tree;
        this.files = files;
        this.steps = steps;
    }

    /** The schema files of the project as it is found in this tree. */
    SchemaFiles schemaFiles(Project project) {
        return new SchemaFiles(
                project,
                project.schemaFiles().stream()
                        .flatMap(path -> Optional.ofNullable(files.get(path)).stream())
                        .toList());
    }

    /** The schema files of the project in this tree, when the project was found in another: some may be gone there. */
    SchemaFiles schemaFilesByPlace(Project project) {
        String folder = project.schema() + "/";
        return new SchemaFiles(
                project,
                files.values().stream()
                        .filter(file -> file.path().equals(project.schema())
                                || project.schemaFiles().contains(file.path())
                                || (file.path().startsWith(folder)
                                        && file.path().endsWith(".prisma")))
                        .toList());
    }

    /**
     * The schema, as far as it can be relied on.
     *
     * @param findings is given what the parser and the resolver have to say
     */
    ReadSchema schema(SchemaFiles schemaFiles, Consumer<Finding> findings) {
        Project project = schemaFiles.project();
        if (schemaFiles.files().isEmpty() || schemaFiles.isBlank()) {
            return new ReadSchema.Unsound(
                    project.schema() + (schemaFiles.files().isEmpty() ? " was not found" : " is empty"));
        }
        List<Parsed<PrismaAst>> parsed = new ArrayList<>();
        Optional<String> unreadable = Optional.empty();
        for (SourceFile file : schemaFiles.files()) {
            switch (file.content()) {
                case Content.Text(String text, var _) ->
                    parsed.add(derive("parse", file.path(), text, source -> PrismaParser.parse(file.path(), source)));
                case Content.Unreadable(String reason, var _) -> unreadable = Optional.of(file.path() + " " + reason);
            }
        }
        if (unreadable.isPresent()) {
            // What that file declares would be missed everywhere.
            parsed.forEach(file -> file.findings().forEach(findings));
            return new ReadSchema.Unsound(unreadable.get());
        }
        ParsedFiles read = new ParsedFiles(parsed, project.prismaMajor());
        List<Finding> said = derive(
                "validate", project.schema(), read, all -> SchemaValidator.validate(all.files(), all.prismaMajor()));
        said.forEach(findings);
        if (said.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return new ReadSchema.Unsound(project.schema() + " has errors");
        }
        PrismaSchema schema =
                derive("resolve", project.schema(), read, all -> PrismaSchemaResolver.resolve(all.trees()));
        return new ReadSchema.Sound(project, schema);
    }

    /**
     * What the schema makes of a database.
     *
     * @param namespace the PostgreSQL schema of models that name none
     */
    Lowered lower(ReadSchema.Sound sound, String namespace) {
        return derive(
                "lower to " + namespace,
                sound.project().schema(),
                new Lowerable(sound.project(), sound.schema()),
                schema -> SchemaLowering.lower(schema.schema(), schema.project().prismaMajor(), namespace));
    }

    /**
     * The expected database alone: a step of its own, so that an edit that only moves lines ends here.
     *
     * @param namespace the PostgreSQL schema of models that name none
     */
    DatabaseSchema expected(ReadSchema.Sound sound, String namespace) {
        return derive("expect in " + namespace, sound.project().schema(), lower(sound, namespace), Lowered::expected);
    }

    /** The migrations folder of the project, which need not exist. */
    MigrationFolder migrations(Project project, SortedSet<String> directories) {
        String path = project.migrations();
        List<String> folders = Stream.concat(
                        Stream.of(path).filter(directories::contains),
                        directories.tailSet(path + "/").stream().takeWhile(folder -> folder.startsWith(path + "/")))
                .toList();
        List<SourceFile> below = below(path);
        Map<String, Migration> scripts = new HashMap<>();
        for (SourceFile file : below) {
            migration(path, file).ifPresent(migration -> scripts.put(file.path(), migration));
        }
        return derive(
                "migrations",
                path,
                new FolderContent(project.order(), below, folders, scripts),
                content -> MigrationFolder.read(
                        content.order(),
                        path,
                        content.files(),
                        content.directories(),
                        file -> Optional.ofNullable(content.scripts().get(file.path()))));
    }

    /** The migration that a file is; empty when it is none, or is no text. */
    Optional<Migration> migration(String folder, SourceFile file) {
        return derive("migration", file.path(), file, script -> MigrationFolder.migration(folder, script));
    }

    /** The files that are migrations of that folder, by path. */
    SortedMap<String, SourceFile> scripts(String folder) {
        SortedMap<String, SourceFile> scripts = new TreeMap<>();
        for (SourceFile file : below(folder)) {
            MigrationFolder.name(folder, file.path()).ifPresent(_ -> scripts.put(file.path(), file));
        }
        return scripts;
    }

    /** The project at this moment, as far as its history is concerned. */
    Revision revision(ReadSchema.Sound sound, String namespace) {
        SortedMap<String, String> scripts = new TreeMap<>();
        for (SourceFile file : below(sound.project().migrations())) {
            if (file.path().endsWith(".sql")) {
                scripts.put(
                        file.path(),
                        switch (file.content()) {
                            case Content.Text(var _, var fingerprint) -> fingerprint.sha256();
                            case Content.Unreadable(String reason, var _) -> reason;
                        });
            }
        }
        return new Revision(expected(sound, namespace), scripts);
    }

    private List<SourceFile> below(String folder) {
        return files.tailMap(folder + "/").entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(folder + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private <I, O> O derive(String step, String subject, I input, Function<I, O> function) {
        return steps.derive(tree.step(step), tree.other().step(step), subject, input, function);
    }

    /** Where the files are from. Each tree has steps of its own, twins of those of the other. */
    enum Tree {
        WORKING,
        COMMITTED;

        Tree other() {
            return switch (this) {
                case WORKING -> COMMITTED;
                case COMMITTED -> WORKING;
            };
        }

        String step(String name) {
            return name + (this == WORKING ? "" : " of HEAD");
        }
    }

    /**
     * All files of a schema, and by whose rules they are judged. Equal when the files are the same objects: the parser's step
     * hands on what it had when the new one is equal, and to look through both once more costs as much as to judge them.
     */
    private record ParsedFiles(List<Parsed<PrismaAst>> files, int prismaMajor) {
        @Override
        @SuppressWarnings("ReferenceEquality") // on purpose, as said above
        public boolean equals(Object object) {
            return object instanceof ParsedFiles(List<Parsed<PrismaAst>> others, int otherMajor)
                    && prismaMajor == otherMajor
                    && files.size() == others.size()
                    && IntStream.range(0, files.size()).allMatch(i -> files.get(i) == others.get(i));
        }

        List<PrismaAst> trees() {
            return files.stream().map(Parsed::value).toList();
        }

        @Override
        public int hashCode() {
            return files.size();
        }
    }

    /** A schema of a project. Equal when the schema is the same object, as with {@link ParsedFiles}. */
    private record Lowerable(Project project, PrismaSchema schema) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object object) {
            return object instanceof Lowerable(Project other, PrismaSchema otherSchema)
                    && schema == otherSchema
                    && project.equals(other);
        }

        @Override
        public int hashCode() {
            return project.hashCode();
        }
    }

    private record FolderContent(
            ScriptOrder order, List<SourceFile> files, List<String> directories, Map<String, Migration> scripts) {}
}
