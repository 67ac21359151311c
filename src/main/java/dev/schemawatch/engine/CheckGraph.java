package dev.schemawatch.engine;

import dev.schemawatch.check.AllSchemas;
import dev.schemawatch.check.Check;
import dev.schemawatch.check.Evolution;
import dev.schemawatch.check.Evolution.Revision;
import dev.schemawatch.check.Fact;
import dev.schemawatch.check.ProjectSchema;
import dev.schemawatch.check.RepositoryEnvironment;
import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.check.SchemaFiles;
import dev.schemawatch.check.ScriptReach;
import dev.schemawatch.engine.Outcome.SkippedCheck;
import dev.schemawatch.engine.ProjectReader.Tree;
import dev.schemawatch.env.EnvFile;
import dev.schemawatch.env.EnvParser;
import dev.schemawatch.env.EnvSuppressions;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Suppressions;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.prisma.SchemaSuppressions;
import dev.schemawatch.sql.ScriptSuppressions;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One evaluation: files become facts, facts are checked, and each database is compared with what its schema expects.
 * {@link #evaluate} is the whole of it in reading order; every line below it is a step that {@link Steps} remembers.
 */
final class CheckGraph {
    /** The namespace of models that name none, where no database says otherwise. */
    private static final String DEFAULT_NAMESPACE = "public";

    private final Inputs inputs;
    private final RuleSelection selection;
    private final Steps steps;
    private final ProjectReader now;
    private final Optional<ProjectReader> committed;
    private final List<Check<?>> checks;
    private final Facts facts;
    private final List<EnvFile> envFiles = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<SkippedCheck> skipped = new ArrayList<>();

    CheckGraph(Inputs inputs, RuleSelection selection, List<Check<?>> checks, Steps steps) {
        this.inputs = inputs;
        this.selection = selection;
        this.checks = checks;
        this.facts = new Facts(checks);
        this.steps = steps;
        this.now = new ProjectReader(Tree.WORKING, inputs.workspace().files(), steps);
        this.committed = inputs.workspace().baseline().map(files -> new ProjectReader(Tree.COMMITTED, files, steps));
    }

    Outcome evaluate() {
        Workspace workspace = inputs.workspace();
        workspace.files().values().forEach(this::readFile);
        MigrationFacts migrationFacts = new MigrationFacts(inputs, selection, steps, facts);
        SortedMap<String, ProjectState> projects = new TreeMap<>();
        for (Project project : workspace.projects()) {
            SchemaFiles schemaFiles = now.schemaFiles(project);
            ReadSchema schema = now.schema(schemaFiles, this::report);
            MigrationFolder migrations = now.migrations(project, workspace.directories());
            facts.put(Fact.SCHEMA_FILES, project.schema(), schemaFiles);
            readSchema(project, schema);
            migrationFacts.read(project, schema, migrations);
            projects.put(project.schema(), new ProjectState(project, schema, migrations));
        }
        migrationFacts.readLocks(projects.values());
        readAllSchemas(projects.values());
        RepositoryEnvironment environment = readEnvironment(projects);
        facts.put(Fact.ENVIRONMENT, "", environment);
        projects.values()
                .forEach(state -> migrationFacts.readRollouts(state, () -> namespace(environment, state.project())));
        if (facts.isWanted(Fact.EVOLUTION)) {
            projects.values().forEach(state -> readEvolution(state, environment));
        }
        checks.forEach(this::run);
        SuppressionPass suppressions = new SuppressionPass(selection, skipped);
        workspace.files().values().forEach(file -> suppressions.add(suppressions(file)));
        suppressions.apply(findings);
        return new Outcome(suppressions.findings(), suppressions.suppressed(), skipped, compare(projects));
    }

    private void readFile(SourceFile file) {
        facts.put(Fact.EACH_FILE, file.path(), file);
        if (inputs.env().isEnvFile(file.path())
                && file.content() instanceof SourceFile.Content.Text(String text, var _)) {
            EnvFile read = steps.derive("env", file.path(), text, source -> EnvParser.parse(file.path(), source));
            envFiles.add(inputs.env().examples().contains(file.path()) ? read.asExample() : read);
            read.findings().forEach(this::report);
        }
    }

    private RepositoryEnvironment readEnvironment(SortedMap<String, ProjectState> projects) {
        RepositoryEnvironment environment =
                new EnvironmentReader(inputs.workspace(), inputs.env()).read(envFiles, projects.values());
        environment.judgedFiles().forEach(file -> facts.put(Fact.EACH_ENV_FILE, file.path(), file));
        return environment;
    }

    private Suppressions suppressions(SourceFile file) {
        String path = file.path();
        return file.content() instanceof SourceFile.Content.Text(String text, var _)
                ? steps.derive("suppressions", path, text, source -> suppressions(path, source))
                : Suppressions.NONE;
    }

    private Suppressions suppressions(String path, String text) {
        if (path.endsWith(".prisma")) {
            return SchemaSuppressions.read(path, text);
        }
        if (path.endsWith(".sql")) {
            return ScriptSuppressions.read(path, text);
        }
        return inputs.env().isEnvFile(path) ? EnvSuppressions.read(path, text) : Suppressions.NONE;
    }

    private void readSchema(Project project, ReadSchema read) {
        switch (read) {
            case ReadSchema.Sound sound ->
                facts.put(Fact.SCHEMA, project.schema(), new ProjectSchema(project, sound.schema()));
            case ReadSchema.Unsound(String reason) -> facts.putMissing(Fact.SCHEMA, project.schema(), reason);
        }
    }

    private void readAllSchemas(Collection<ProjectState> projects) {
        List<ProjectSchema> sound = new ArrayList<>();
        projects.forEach(state -> {
            switch (state.schema()) {
                case ReadSchema.Sound(var _, var schema) -> sound.add(new ProjectSchema(state.project(), schema));
                case ReadSchema.Unsound(String reason) ->
                    facts.putMissing(Fact.ALL_SCHEMAS, state.project().schema(), reason);
            }
        });
        if (!sound.isEmpty() && sound.size() == projects.size()) {
            facts.put(Fact.ALL_SCHEMAS, "", new AllSchemas(sound));
        }
    }

    private static String notForPostgresql(Project project) {
        return project.schema() + " is not for PostgreSQL";
    }

    private static String namespace(RepositoryEnvironment environment, Project project) {
        return environment.namespace(project).orElse(DEFAULT_NAMESPACE);
    }

    private void readEvolution(ProjectState state, RepositoryEnvironment environment) {
        Project project = state.project();
        if (committed.isEmpty()) {
            facts.putMissing(
                    Fact.EVOLUTION,
                    project.schema(),
                    "there is no git commit to compare " + project.schema() + " with");
            return;
        }
        switch (state.schema()) {
            case ReadSchema.Unsound(String reason) -> facts.putMissing(Fact.EVOLUTION, project.schema(), reason);
            case ReadSchema.Sound sound ->
                readEvolution(state, sound, namespace(environment, project), committed.get());
        }
    }

    private void readEvolution(
            ProjectState state, ReadSchema.Sound sound, String namespace, ProjectReader committedReader) {
        Project project = state.project();
        SchemaFiles schemaFiles = now.schemaFiles(project);
        SchemaFiles before = committedReader.schemaFilesByPlace(project);
        // Most of the time nothing is edited, and then the commit need not be parsed.
        ReadSchema schemaBefore =
                before.files().equals(schemaFiles.files()) ? sound : committedReader.schema(before, _ -> {});
        switch (schemaBefore) {
            case ReadSchema.Unsound(String reason) ->
                facts.putMissing(Fact.EVOLUTION, project.schema(), "in the last commit, " + reason);
            case ReadSchema.Sound soundBefore
            when !sound.forPostgresql() || !soundBefore.forPostgresql() ->
                facts.putMissing(Fact.EVOLUTION, project.schema(), notForPostgresql(project));
            case ReadSchema.Sound soundBefore -> {
                Revision then = committedReader.revision(soundBefore, namespace);
                Revision present = now.revision(sound, namespace);
                MigrationEdits edits =
                        new MigrationEdits(state, inputs.workspace().mainline(), committedReader, now);
                ScriptReach reach = edits.reach();
                facts.put(
                        Fact.EVOLUTION,
                        project.schema(),
                        new Evolution(
                                project,
                                then,
                                present,
                                now.lower(sound, namespace).origins(),
                                reach,
                                edits.orphans(then.expected(), present.expected(), reach.written())));
            }
        }
    }

    /** A check runs once for each value of its fact, and says so when the fact could not be had. */
    private <F> void run(Check<F> check) {
        if (selection.severity(check.rule()).isEmpty()) {
            return;
        }
        String rule = check.rule().id();
        facts.forEach(
                check.reads(),
                (subject, fact) -> findings.addAll(steps.derive(
                        "check " + rule,
                        subject,
                        fact,
                        value -> inspect(check, value)
                                .flatMap(finding -> selection.apply(finding).stream())
                                .toList())));
        facts.reasons(check.reads()).forEach(reason -> skipped.add(new SkippedCheck(rule, reason)));
    }

    /** In an environment file any line may be wrong, and there may be a million. */
    private static <F> Stream<Finding> inspect(Check<F> check, F fact) {
        boolean ofEnvFiles = check.reads() == Fact.EACH_ENV_FILE || check.reads() == Fact.ENVIRONMENT;
        Stream<Finding> all = check.inspect(fact);
        return ofEnvFiles ? new FirstFindings(check.rule()).of(all) : all;
    }

    private void report(Finding finding) {
        selection.apply(finding).ifPresent(findings::add);
    }

    private SortedMap<String, DatabaseOutcome> compare(SortedMap<String, ProjectState> projects) {
        DatabaseComparison comparison = new DatabaseComparison(projects, now, selection, inputs.observations(), steps);
        SortedMap<String, DatabaseOutcome> outcomes = new TreeMap<>();
        inputs.databases().forEach((name, database) -> outcomes.put(name, comparison.compare(name, database)));
        return outcomes;
    }
}
