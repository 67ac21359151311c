package dev.schemawatch.plan;

import static dev.schemawatch.plan.PostgresRenderer.literal;
import static dev.schemawatch.plan.PostgresRenderer.name;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.Difference.Weight;
import dev.schemawatch.diff.Drift;
import dev.schemawatch.diff.Pair;
import dev.schemawatch.plan.LeftOut.Cause;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans how a database becomes what its schema expects. The plan mends the differences that were found, nothing else: what was
 * not seen to differ is not touched, and what could not be decided is never answered with a statement. Nothing is taken for
 * renamed but an index or a constraint of the very same content.
 */
public final class MigrationPlanner {
    private final boolean destructive;

    /** @param destructive whether what nobody expects is dropped, and data may be lost */
    public MigrationPlanner(boolean destructive) {
        this.destructive = destructive;
    }

    /** The plan for the differences between these two. */
    public Plan plan(Pair<DatabaseSchema> schemas, Drift drift) {
        Draft draft = new Draft();
        List<Difference> wanted = new ArrayList<>();
        for (Difference difference : drift.differences()) {
            Optional<LeftOut> declined = declined(difference);
            declined.ifPresentOrElse(draft::leaveOut, () -> wanted.add(difference));
        }
        Task task = new Task(schemas, List.copyOf(wanted), destructive, draft);
        RelationNames names = RelationNames.keptBy(task);
        TablePlanner tables = new TablePlanner(task, names);
        EnumPlanner enums = new EnumPlanner(task);
        ColumnPlanner columns = new ColumnPlanner(task);
        IndexPlanner indexes = new IndexPlanner(task, names);
        KeyPlanner keys = new KeyPlanner(task, names);
        for (Difference difference : wanted) {
            switch (difference.object().kind()) {
                case NAMESPACE -> namespace(draft, difference);
                case EXTENSION -> extension(task, difference);
                case ENUM -> enums.plan(difference);
                case TABLE -> tables.plan(difference);
                case COLUMN -> columns.plan(difference);
                case PRIMARY_KEY -> keys.planPrimaryKey(difference);
                case INDEX -> indexes.plan(difference);
                case FOREIGN_KEY -> keys.planForeignKey(difference);
                case VIEW, SEQUENCE -> draft.leaveOut(difference, Cause.BLOCKED, "write the statement by hand");
            }
        }
        return draft.finished();
    }

    private Optional<LeftOut> declined(Difference difference) {
        if (difference.verdict() == Verdict.UNDECIDED) {
            return Optional.of(
                    new LeftOut(difference, Cause.UNDECIDED, difference.note().orElse("compare both by eye")));
        }
        if (difference.weight() == Weight.COSMETIC || difference.weight() == Weight.ADVISORY) {
            return Optional.of(
                    new LeftOut(difference, Cause.HARMLESS, difference.note().orElse("nothing is wrong")));
        }
        return difference.verdict() == Verdict.UNEXPECTED && !destructive
                ? Optional.of(new LeftOut(difference, Cause.KEPT, "it is kept, unless --destructive asks to drop it"))
                : Optional.empty();
    }

    private static void namespace(Draft draft, Difference difference) {
        draft.add(
                Stage.NAMESPACES,
                difference,
                "CREATE SCHEMA IF NOT EXISTS "
                        + name(difference.object().owner().name()));
    }

    private static void extension(Task task, Difference difference) {
        String name = name(difference.object().owner().name());
        Optional<Extension> extension = Optional.ofNullable(task.schemas()
                .expected()
                .extensions()
                .get(difference.object().owner().name()));
        Optional<String> schema = extension.flatMap(Extension::schema);
        Optional<String> version = extension.flatMap(Extension::version);
        task.draft()
                .add(
                        Stage.EXTENSIONS,
                        difference,
                        switch (difference.aspect().orElse("")) {
                            case "schema" -> "ALTER EXTENSION " + name + " SET SCHEMA " + name(schema.orElseThrow());
                            case "version" ->
                                "ALTER EXTENSION " + name + " UPDATE TO " + literal(version.orElseThrow());
                            default ->
                                "CREATE EXTENSION IF NOT EXISTS " + name
                                        + schema.map(given -> " WITH SCHEMA " + name(given))
                                                .orElse("")
                                        + version.map(given -> " VERSION " + literal(given))
                                                .orElse("");
                        });
    }
}
