package dev.schemawatch.dryrun;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.Difference.Weight;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.ComparedSchemas;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DatabaseState;
import dev.schemawatch.engine.Engine;
import dev.schemawatch.engine.Expectation;
import dev.schemawatch.engine.Inputs;
import dev.schemawatch.engine.Memo;
import dev.schemawatch.engine.ObjectMakers;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.LedgerReader;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.SeenMakers;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.replay.FailedMigration;
import dev.schemawatch.replay.NeededExtension;
import dev.schemawatch.replay.ReplayListener;
import dev.schemawatch.replay.ReplayPlan;
import dev.schemawatch.replay.Replayed;
import dev.schemawatch.scratch.MakerRecords;
import dev.schemawatch.scratch.Makers;
import dev.schemawatch.scratch.Makers.Made;
import dev.schemawatch.scratch.MigrationReplay;
import dev.schemawatch.scratch.Scratch;
import dev.schemawatch.scratch.ScratchException;
import dev.schemawatch.scratch.ScratchException.Kind;
import dev.schemawatch.setup.DatabaseTarget;
import dev.schemawatch.setup.DatabaseTarget.Url;
import dev.schemawatch.setup.DatabaseTargets;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries the migrations of a project in a scratch database and compares what they come to with the schema. */
public final class DryRun {
    private static final String DEFAULT_NAMESPACE = "public";

    private final Setup setup;
    private final Workspace workspace;
    private final Project project;
    private final DatabaseTargets targets;
    private final DatabaseTarget target;
    private final MakerRecords records;

    /**
     * @param project whose migrations are tried; one of the workspace's
     * @param environment of the process
     * @param records where it is kept which migration made what
     */
    public DryRun(
            Setup setup, Workspace workspace, Project project, Map<String, String> environment, MakerRecords records) {
        this.setup = setup;
        this.workspace = workspace;
        this.project = project;
        this.records = records;
        this.targets = new DatabaseTargets(setup, workspace, environment);
        this.target = targets.find(Optional.empty()).stream()
                .filter(found -> found.schema().filter(project.schema()::equals).isPresent())
                .findFirst()
                .orElseGet(() -> targets.find(Optional.empty()).getFirst());
    }

    /**
     * Runs it, on this thread.
     *
     * @param listener is told how far it is
     * @throws ScratchException when it cannot be done, or would not be safe
     */
    public DryRunResult run(DryRunRequest request, ReplayListener listener) {
        ProjectMigrations migrations = ProjectMigrations.of(workspace, project);
        Path certificates = setup.root().resolve(folder());
        Optional<LiveState.Pending> live = request.pending()
                ? Optional.of(new LiveState(
                                target, certificates, setup.config().drift().deadline())
                        .pending(migrations))
                : Optional.empty();
        List<Migration> wanted = live.map(LiveState.Pending::migrations).orElse(migrations.readable());
        List<Migration> copy = live.map(state -> state.copy().script()).stream().toList();
        List<Migration> all = Stream.concat(copy.stream(), wanted.stream()).toList();
        ReplayPlan plan = new ReplayPlan(namespace(), all, request.patience(), project.splits(), 0)
                .tracing(request.trace() ? live.map(_ -> wanted.size()).orElse(1) : 0);
        try (Scratch scratch = new ScratchChoice(targets, target, certificates, records).open(request, plan)) {
            requireExtensions(scratch, all);
            live.ifPresent(state -> scratch.admit(state.copy().roles()));
            Replayed replayed = new MigrationReplay(scratch, plan, listener, records).run();
            copy.forEach(script -> requireCopied(scratch, script, replayed));
            boolean whole =
                    replayed.failure().isEmpty() && migrations.unreadable().isEmpty();
            Comparison comparison = whole
                    ? compare(scratch.url().withSchema(namespace()), certificates)
                    : new Comparison(Outcome.NOTHING, Optional.empty());
            return new DryRunResult(
                    of(comparison.outcome(), findings(migrations, replayed)),
                    comparison.sides(),
                    comparison
                            .sides()
                            .map(sides -> makers(scratch, wanted, plan, sides))
                            .orElse(new TreeMap<>()),
                    replayed.without(copy.size()),
                    live.map(_ -> target.name()),
                    scratch.display());
        }
    }

    /** @throws ScratchException when the live state could not be made again */
    private static void requireCopied(Scratch scratch, Migration copy, Replayed replayed) {
        replayed.failure().filter(failure -> failure.migration().equals(copy)).ifPresent(failure -> {
            throw new ScratchException(
                    Kind.FAILED,
                    "The " + copy.name() + " could not be made again in the scratch database (" + scratch.display()
                            + "), at line " + failure.place().line() + " of what pg_dump prints: "
                            + failure.reason()
                            + " Name an empty database of a server like the live one with --shadow-url.");
        });
    }

    /** Of what only the migrations know, and of what they say otherwise than the schema. */
    private SortedMap<SchemaObject, Location.InFile> makers(
            Scratch scratch, List<Migration> migrations, ReplayPlan plan, ComparedSchemas sides) {
        SortedMap<SchemaObject, Location.InFile> makers = new TreeMap<>();
        List<SchemaObject> objects = sides.drift().differences().stream()
                .filter(difference -> difference.verdict() != Verdict.MISSING)
                .filter(difference -> difference.weight() != Weight.COSMETIC)
                .map(Difference::object)
                .toList();
        if (!objects.isEmpty()) {
            Provenance provenance = new Provenance(
                    migrations,
                    new ObjectMakers(
                            LedgerReader.read(migrations),
                            SeenMakers.after(records, plan.namespace(), plan.splits(), plan.migrations()),
                            plan.namespace()),
                    lastWritten(scratch, migrations));
            objects.forEach(object -> provenance.of(object).ifPresent(place -> makers.put(object, place)));
        }
        return makers;
    }

    /** Of people's own scripts Prisma has no row; where they come between its migrations, the catalog would mistake one for another. */
    private Map<Made, String> lastWritten(Scratch scratch, List<Migration> migrations) {
        boolean between = migrations.stream()
                .dropWhile(migration -> migration.author() == Author.PRISMA)
                .anyMatch(migration -> migration.author() == Author.PRISMA);
        return between ? Map.of() : Makers.in(scratch, namespace());
    }

    private void requireExtensions(Scratch scratch, List<Migration> migrations) {
        List<NeededExtension> needed = migrations.stream()
                .flatMap(migration -> NeededExtension.of(migration).stream())
                .toList();
        List<String> lacking = scratch.lacking(
                needed.stream().map(NeededExtension::name).distinct().toList());
        if (!lacking.isEmpty()) {
            String places = needed.stream()
                    .filter(extension -> lacking.contains(extension.name()))
                    .map(extension -> "\n  " + extension.place().display() + ": " + extension.name())
                    .collect(Collectors.joining());
            throw new ScratchException(
                    Kind.FAILED,
                    "The server of the dry run (" + scratch.display()
                            + ") lacks extensions that the migrations install:"
                            + places
                            + "\nInstall them for that PostgreSQL, or name an empty database of a server that has them with"
                            + " --shadow-url.");
        }
    }

    private Comparison compare(ConnectionUrl url, Path certificates) {
        Expectation expectation = Expectation.of(workspace, project, url.schema(), Memo.empty());
        DatabaseState state;
        try (DatabasePoll poll =
                DatabasePoll.once(url, certificates, setup.config().drift().deadline())) {
            state = poll.look(expectation.schema());
        }
        TreeMap<String, WatchedDatabase> seen = new TreeMap<>();
        seen.put(DryRunResult.DATABASE, new WatchedDatabase(Optional.of(project.schema()), url.schema(), state));
        Outcome outcome = new Engine(List.of(), setup.rules())
                .evaluate(new Inputs(workspace, seen), expectation.memo())
                .outcome();
        Optional<ComparedSchemas> sides = outcome.databases().values().stream()
                .filter(Compared.class::isInstance)
                .map(Compared.class::cast)
                .flatMap(compared -> ComparedSchemas.of(compared, state, expectation.schema()).stream())
                .findFirst();
        return new Comparison(outcome, sides);
    }

    private Stream<Finding> findings(ProjectMigrations migrations, Replayed replayed) {
        return Stream.concat(replayed.failure().stream().map(FailedMigration::finding), migrations.unreadableFindings())
                .flatMap(finding -> setup.rules().apply(finding).stream());
    }

    /** What is to be said of the schema itself, {@code check} says; and who made what, the makers of the result. */
    private static Outcome of(Outcome comparison, Stream<Finding> findings) {
        SortedMap<String, DatabaseOutcome> databases = new TreeMap<>(comparison.databases());
        databases.replaceAll((_, database) -> switch (database) {
            case Compared compared -> compared.withoutMakers();
            case NotCompared notCompared -> notCompared;
        });
        return new Outcome(findings.toList(), List.of(), List.of(), databases);
    }

    /** The namespace of what the migrations name without one. */
    public String namespace() {
        return target.url() instanceof Url.Usable usable ? usable.url().schema() : DEFAULT_NAMESPACE;
    }

    private String folder() {
        return project.schema().substring(0, Math.max(0, project.schema().lastIndexOf('/')));
    }

    private record Comparison(Outcome outcome, Optional<ComparedSchemas> sides) {}
}
