package dev.schemawatch.plan;

import static dev.schemawatch.plan.PostgresRenderer.name;
import static dev.schemawatch.plan.PostgresRenderer.regclass;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Pair;
import dev.schemawatch.plan.LeftOut.Cause;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.QualifiedName;

/** Sets and drops what PostgreSQL puts into a column that an INSERT leaves out. */
final class DefaultPlanner {
    private final Task task;

    DefaultPlanner(Task task) {
        this.task = task;
    }

    /** Mends a default. */
    void plan(Difference difference, Pair<Column> columns) {
        DefaultValue expected = columns.expected().defaultValue();
        DefaultValue actual = columns.actual().defaultValue();
        if (expected instanceof DefaultValue.Generated
                || expected instanceof DefaultValue.Verbatim && actual instanceof DefaultValue.Generated) {
            task.draft()
                    .leaveOut(
                            difference,
                            Cause.BLOCKED,
                            "PostgreSQL cannot give a column another formula: drop the column and add it anew by hand");
            return;
        }
        clear(difference, expected, actual);
        set(difference, columns.expected());
    }

    /** Takes a default off while the column gets another type, which the default may not fit. */
    void renew(Difference difference, Pair<Column> columns) {
        DefaultValue actual = columns.actual().defaultValue();
        if (!(actual instanceof DefaultValue.Expression || actual instanceof DefaultValue.Verbatim)) {
            return;
        }
        add(Stage.CLEAR_DEFAULTS, difference, " DROP DEFAULT");
        DefaultValue after = columns.expected().defaultValue() instanceof DefaultValue.Unspecified
                ? actual
                : columns.expected().defaultValue();
        PostgresRenderer.expression(after).ifPresent(sql -> add(Stage.DEFAULTS, difference, " SET DEFAULT " + sql));
    }

    private void clear(Difference difference, DefaultValue expected, DefaultValue actual) {
        switch (actual) {
            case DefaultValue.Generated _ -> add(Stage.CLEAR_DEFAULTS, difference, " DROP EXPRESSION");
            case DefaultValue.Identity _ -> add(Stage.CLEAR_DEFAULTS, difference, " DROP IDENTITY");
            case DefaultValue.Expression _, DefaultValue.Verbatim _, DefaultValue.NextValue _ -> {
                if (expected instanceof DefaultValue.None || expected instanceof DefaultValue.Identity) {
                    add(Stage.CLEAR_DEFAULTS, difference, " DROP DEFAULT");
                }
            }
            case DefaultValue.None _, DefaultValue.Unspecified _ -> {}
        }
    }

    private void set(Difference difference, Column expected) {
        switch (expected.defaultValue()) {
            case DefaultValue.NextValue(QualifiedName sequence) -> nextValue(difference, expected, sequence);
            case DefaultValue.Identity(boolean always) ->
                add(Stage.DEFAULTS, difference, " ADD " + PostgresRenderer.identity(always));
            case DefaultValue.Expression _, DefaultValue.Verbatim _ ->
                PostgresRenderer.expression(expected.defaultValue())
                        .ifPresent(sql -> add(Stage.DEFAULTS, difference, " SET DEFAULT " + sql));
            case DefaultValue.None _, DefaultValue.Unspecified _, DefaultValue.Generated _ -> {}
        }
    }

    /** The sequence begins behind the values that are there: otherwise the next INSERT meets one of them. */
    private void nextValue(Difference difference, Column column, QualifiedName sequence) {
        String table = name(difference.object().owner());
        if (!task.schemas().actual().sequences().contains(sequence)) {
            task.draft()
                    .add(
                            Stage.DEFAULTS,
                            difference,
                            "CREATE SEQUENCE " + name(sequence) + " AS " + PostgresRenderer.type(column.type())
                                    + " OWNED BY " + table + "." + name(column.name()));
        }
        task.draft()
                .add(
                        Stage.DEFAULTS,
                        difference,
                        "SELECT setval(" + regclass(sequence) + ", (SELECT coalesce(max(" + name(column.name())
                                + "), 0) + 1 FROM " + table + "), false)");
        PostgresRenderer.expression(column.defaultValue())
                .ifPresent(sql -> add(Stage.DEFAULTS, difference, " SET DEFAULT " + sql));
    }

    private void add(Stage stage, Difference difference, String action) {
        task.draft()
                .add(
                        stage,
                        difference,
                        "ALTER TABLE " + name(difference.object().owner()) + " ALTER COLUMN "
                                + name(difference.object().member().orElseThrow()) + action,
                        Hazard.ACCESS_EXCLUSIVE_LOCK);
    }
}
