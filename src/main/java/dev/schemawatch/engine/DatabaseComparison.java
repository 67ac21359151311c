package dev.schemawatch.engine;

import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.diff.Drift;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.diff.SchemaDiffer;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Comparison;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.migration.HistoryRules;
import dev.schemawatch.migration.HistoryVerdict;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationHistory;
import dev.schemawatch.migration.Observations;
import dev.schemawatch.migration.SeenMakers;
import dev.schemawatch.prisma.Lowered;
import dev.schemawatch.schema.DatabaseSchema;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/** Compares each database with what its project's schema expects. */
final class DatabaseComparison {
    private final SortedMap<String, ProjectState> projects;
    private final ProjectReader reader;
    private final RuleSelection selection;
    private final Observations observations;
    private final Steps steps;

    DatabaseComparison(
            SortedMap<String, ProjectState> projects,
            ProjectReader reader,
            RuleSelection selection,
            Observations observations,
            Steps steps) {
        this.projects = projects;
        this.reader = reader;
        this.selection = selection;
        this.observations = observations;
        this.steps = steps;
    }

    DatabaseOutcome compare(String name, WatchedDatabase database) {
        return switch (database.state()) {
            case Unavailable(Reason reason, String message) -> new NotCompared(reason, message);
            case Available actual -> compare(name, database, actual);
        };
    }

    private DatabaseOutcome compare(String name, WatchedDatabase database, Available actual) {
        Optional<ProjectState> project = project(database);
        if (project.isEmpty()) {
            return new NotCompared(Reason.CONFIGURATION, whichSchema(database));
        }
        return switch (project.get().schema()) {
            case ReadSchema.Unsound(String reason) ->
                new NotCompared(Reason.SCHEMA, reason + ": nothing to compare the database with until that is mended");
            case ReadSchema.Sound sound
            when !sound.forPostgresql() ->
                new NotCompared(Reason.SCHEMA, sound.project().schema() + " is not for PostgreSQL");
            case ReadSchema.Sound sound -> compare(name, sound, project.get(), database.namespace(), actual);
        };
    }

    private Compared compare(
            String name, ReadSchema.Sound sound, ProjectState project, String namespace, Available actual) {
        Lowered lowered = reader.lower(sound, namespace);
        DatabaseSchema expected = reader.expected(sound, namespace);
        Drift drift = steps.derive(
                "diff",
                name,
                new Sides(expected, actual.schema(), actual.comparer()),
                sides -> actual.comparison()
                        .filter(comparison -> comparison.expected().equals(sides.expected()))
                        .map(Comparison::drift)
                        .orElseGet(() -> new SchemaDiffer(sides.comparer()).diff(sides.expected(), sides.actual())));
        History<HistoryVerdict> history =
                actual.history().map(rows -> MigrationHistory.judge(project.migrations(), rows));
        List<DriftFinding> findings = steps.derive(
                "explain",
                name,
                new Explicable(
                        drift,
                        lowered.origins(),
                        pending(project, history, expected, actual.schema()),
                        ran(project, history),
                        SeenMakers.after(
                                observations,
                                namespace,
                                project.project().splits(),
                                project.migrations().migrations()),
                        namespace,
                        expected,
                        actual.schema()),
                Explicable::findings);
        return new Compared(
                actual.serverVersion(),
                findings,
                history,
                judged(name, history),
                actual.schema().tables().size());
    }

    private List<Finding> judged(String name, History<HistoryVerdict> history) {
        return history.content().stream()
                .flatMap(verdict -> HistoryRules.findings(name, verdict))
                .flatMap(finding -> selection.apply(finding).stream())
                .toList();
    }

    /**
     * The migrations that are still to come. Where no history is kept, these are all of them for a database that holds nothing
     * yet of what is expected, and none for one that holds some of it: that was made by {@code db push} or another tool, and
     * Prisma would not run a migration on it (P3005).
     */
    private static List<Migration> pending(
            ProjectState project, History<HistoryVerdict> history, DatabaseSchema expected, DatabaseSchema actual) {
        return switch (history) {
            case History.Read<HistoryVerdict>(HistoryVerdict verdict) ->
                migrations(project, migration -> verdict.pending().contains(migration.name()));
            case History.NoTable<HistoryVerdict>()
            when Collections.disjoint(
                    expected.tables().keySet(), actual.tables().keySet()) -> migrations(project, _ -> true);
            case History.NoTable<HistoryVerdict>(), History.Unreadable<HistoryVerdict>(var _) -> List.of();
        };
    }

    /** Those that have run as they are now, people's own scripts among them, of which nobody keeps a history. */
    private static List<Migration> ran(ProjectState project, History<HistoryVerdict> history) {
        return history.content().stream()
                .flatMap(verdict -> project.migrations().migrations().stream()
                        .filter(migration -> migration.author() == Migration.Author.HAND
                                || verdict.applied().contains(migration.name())))
                .toList();
    }

    /** Those that Prisma applies, in order. */
    private static List<Migration> migrations(ProjectState project, Predicate<Migration> wanted) {
        return project.migrations().migrations().stream()
                .filter(migration -> migration.author() == Migration.Author.PRISMA)
                .filter(wanted)
                .toList();
    }

    /** The schema that the configuration names for the database; where it names none, the only one. */
    private Optional<ProjectState> project(WatchedDatabase database) {
        if (database.schema().isPresent()) {
            return Optional.ofNullable(projects.get(database.schema().get()));
        }
        return projects.values().stream().filter(_ -> projects.size() == 1).findFirst();
    }

    private String whichSchema(WatchedDatabase database) {
        if (database.schema().isPresent()) {
            return "its schema " + database.schema().get() + " is none of this repository's; known are: "
                    + String.join(", ", projects.keySet());
        }
        return projects.isEmpty()
                ? "there is no schema in this repository to compare it with"
                : "the repository has several schemas: say in the configuration which one it belongs to, one of "
                        + String.join(", ", projects.keySet());
    }

    private record Sides(DatabaseSchema expected, DatabaseSchema actual, ExpressionComparer comparer) {}
}
