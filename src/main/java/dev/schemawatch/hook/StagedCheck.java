package dev.schemawatch.hook;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.checks.migration.SchemaChangedWithoutMigration;
import dev.schemawatch.engine.CommitVerdict;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Evaluation;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.git.Blobs;
import dev.schemawatch.git.GitRepository;
import dev.schemawatch.git.GitTree;
import dev.schemawatch.git.GitTree.Kind;
import dev.schemawatch.git.StagedCommit;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.watch.CommitScanner;
import dev.schemawatch.watch.Scan;
import dev.schemawatch.workspace.Mainline;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges what is about to be committed. */
public final class StagedCheck {
    private static final Rule WITHOUT_MIGRATION = new SchemaChangedWithoutMigration().rule();

    private final Setup setup;
    private final CommitScanner scanner;
    private final GitRepository repository;
    private final Engine engine;

    /** @param blobs of the repository */
    public StagedCheck(Setup setup, Blobs blobs) {
        this.setup = setup;
        this.scanner = new CommitScanner(setup.scan(), blobs);
        this.repository = new GitRepository(setup.root());
        this.engine = new Engine(Checks.all(setup.checks()), setup.rules());
    }

    /**
     * What was found.
     *
     * @param verdict nothing when the commit touches nothing that Schemawatch reads
     * @param unmigrated the projects whose schema changes without a migration
     * @param unaccompanied the projects whose migrations change without their schema
     * @param projects all that the commit was looked at for
     */
    public record Result(
            CommitVerdict verdict, List<Project> unmigrated, List<Project> unaccompanied, List<Project> projects) {
        private static final Result NOTHING =
                new Result(new CommitVerdict(List.of(), List.of()), List.of(), List.of(), List.of());

        public Result {
            projects = List.copyOf(projects);
            unaccompanied = List.copyOf(unaccompanied);
            unmigrated = List.copyOf(unmigrated);
        }
    }

    /**
     * Judges the commit. Findings that are in a parent already are looked for only where there are any at all.
     *
     * @param commit with paths relative to the root of the setup
     * @param configFile path of the configuration file in it, if it has one
     * @throws java.io.UncheckedIOException when git ends in between
     */
    public Result judge(StagedCommit commit, Optional<String> configFile) {
        boolean everythingMayChange =
                configFile.filter(commit.changed()::contains).isPresent()
                        || commit.changed().stream().anyMatch(path -> isLink(commit.staged(), path))
                        || leadsElsewhere(commit.staged());
        if (!everythingMayChange && commit.changed().stream().noneMatch(scanner::mayMatter)) {
            return Result.NOTHING;
        }
        Scan staged = scanner.scan(commit.staged(), commit.parents().stream().findFirst());
        if (!everythingMayChange && commit.changed().stream().noneMatch(staged::concerns)) {
            return Result.NOTHING;
        }
        Optional<Mainline> mainline = mainline(staged.workspace());
        Evaluation evaluation = engine.evaluate(inputs(staged.workspace().with(mainline)), Memo.empty());
        List<Finding> findings = evaluation.outcome().findings();
        List<List<Finding>> before = new ArrayList<>();
        if (!findings.isEmpty()) {
            commit.parents().forEach(parent -> before.add(findings(parent, mainline, evaluation.memo())));
        }
        List<Project> unmigrated = staged.workspace().projects().stream()
                .filter(project -> findings.stream().anyMatch(finding -> isAbout(finding, project)))
                .toList();
        return new Result(
                CommitVerdict.of(findings, before).withIntroduced(finding -> weighed(finding, staged.workspace())),
                unmigrated,
                staged.workspace().projects().stream()
                        .filter(project -> touches(commit, project.migrations()) && !touches(commit, project.schema()))
                        .toList(),
                staged.workspace().projects());
    }

    /** Whether what is at that path, relative to the root of the setup, can be of interest. */
    public boolean mayMatter(String path) {
        return scanner.mayMatter(path);
    }

    private static boolean touches(StagedCommit commit, String place) {
        return commit.changed().stream().anyMatch(path -> path.equals(place) || path.startsWith(place + "/"));
    }

    /** On a branch, what an earlier commit of the same branch brought in is nobody else's yet. */
    private Optional<Mainline> mainline(Workspace staged) {
        return staged.baseline()
                .flatMap(baseline -> repository
                        .head()
                        .flatMap(head -> repository
                                .mainBranch(setup.scan().base())
                                .flatMap(branch ->
                                        repository.mainline(branch, head, CommitScanner.places(staged), baseline))))
                .or(staged::mainline);
    }

    /** What is committed must not depend on who commits it, so the process sets nothing. */
    private Inputs inputs(Workspace workspace) {
        return Inputs.of(workspace).with(setup.env(Map.of()));
    }

    /** What is read through a link changes with a file of any name. */
    private boolean leadsElsewhere(GitTree staged) {
        return staged.entries().entrySet().stream()
                .anyMatch(entry -> entry.getValue().kind() == Kind.LINK && scanner.mayMatter(entry.getKey()));
    }

    /** One of any name may lead to what is read. */
    private static boolean isLink(GitTree staged, String path) {
        return staged.entry(path).filter(entry -> entry.kind() == Kind.LINK).isPresent();
    }

    private List<Finding> findings(GitTree tree, Optional<Mainline> mainline, Memo memo) {
        Workspace workspace = scanner.scan(tree, Optional.empty()).workspace().with(mainline);
        return engine.evaluate(inputs(workspace), memo).outcome().findings();
    }

    /**
     * In a working tree a schema without its migration is work that goes on; in a commit it is what everybody else gets. Where
     * no migrations are kept at all, nobody waits for one.
     */
    private Finding weighed(Finding finding, Workspace workspace) {
        boolean chosen = Stream.concat(Stream.of(WITHOUT_MIGRATION.id()), WITHOUT_MIGRATION.formerIds().stream())
                .anyMatch(setup.config().rules()::containsKey);
        boolean grave = workspace.projects().stream()
                .filter(project -> isAbout(finding, project))
                .anyMatch(project ->
                        workspace.below(project.migrations()).findAny().isPresent());
        return grave && !chosen ? finding.withSeverity(Severity.ERROR) : finding;
    }

    private static boolean isAbout(Finding finding, Project project) {
        return finding.rule().equals(WITHOUT_MIGRATION.id())
                && finding.subject().equals(project.schema());
    }
}
