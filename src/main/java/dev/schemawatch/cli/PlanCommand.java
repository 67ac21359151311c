package dev.schemawatch.cli;

import dev.schemawatch.engine.ComparedSchemas;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.WatchedDatabase;
import dev.schemawatch.plan.MigrationPlanner;
import dev.schemawatch.plan.Plan;
import dev.schemawatch.report.PlanReport;
import dev.schemawatch.report.PlannedDatabase;
import dev.schemawatch.report.PlannedDatabase.NotPlanned;
import dev.schemawatch.report.PlannedDatabase.Planned;
import dev.schemawatch.report.Printable;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.setup.Setup;
import dev.schemawatch.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code schemawatch plan}: the SQL that would make the live databases as the schema expects. It is printed, and never run. */
@Command(name = "plan", sortOptions = false, description = "Print the SQL that would end the drift; never run it.")
final class PlanCommand implements Callable<Integer> {
    private final GlobalOptions options;
    private final Surroundings surroundings;

    @Option(names = "--destructive", description = "Drop what is not in the schema, too, with the data in it.")
    private boolean destructive;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, sql or json (default: text).")
    private Form form = Form.TEXT;

    @Mixin
    private final DatabaseChoice databases = new DatabaseChoice();

    PlanCommand(GlobalOptions options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Setup setup = options.setup(surroundings);
        Workspace workspace = Repository.scan(setup);
        ComparedDatabases looked =
                ComparedDatabases.look(setup, workspace, databases.targets(setup, workspace, options, surroundings));
        List<PlannedDatabase> planned = looked.outcome().databases().entrySet().stream()
                .map(database -> plan(looked, workspace, database.getKey(), database.getValue()))
                .toList();
        print(planned);
        boolean open = planned.stream()
                .anyMatch(database -> database instanceof Planned(var _, Plan plan, var _) && !plan.isNothing());
        return (open ? ExitStatus.FINDINGS : looked.unseen()).code();
    }

    private PlannedDatabase plan(ComparedDatabases looked, Workspace workspace, String name, DatabaseOutcome outcome) {
        WatchedDatabase database = Objects.requireNonNull(looked.seen().get(name));
        return switch (outcome) {
            case NotCompared(var reason, String message) -> new NotPlanned(name, reason, message);
            case Compared compared -> {
                Optional<DatabaseSchema> expected =
                        looked.expected().of(workspace, database.schema(), database.namespace());
                ComparedSchemas sides =
                        ComparedSchemas.of(compared, database.state(), expected).orElseThrow();
                Plan plan = new MigrationPlanner(destructive).plan(sides.schemas(), sides.drift());
                yield new Planned(name, plan, pending(compared));
            }
        };
    }

    private static List<String> pending(Compared compared) {
        return compared.drift().stream()
                .map(DriftFinding::pendingMigration)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** Who pipes the script into a file reads on standard error which database has no plan. */
    private void print(List<PlannedDatabase> planned) {
        PlanReport report = new PlanReport(options.paint(surroundings));
        surroundings
                .out()
                .print(
                        switch (form) {
                            case TEXT -> report.text(planned);
                            case SQL -> report.sql(planned);
                            case JSON -> PlanReport.json(Version.number(), planned);
                        });
        surroundings.out().flush();
        for (PlannedDatabase database : planned) {
            if (database instanceof NotPlanned(String name, var _, String message)) {
                surroundings.err().println(Printable.of("Database " + name + " was not compared: " + message));
            }
        }
        surroundings.err().flush();
    }

    /** The forms of a plan. */
    private enum Form {
        TEXT,
        SQL,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
