package dev.schemawatch.plan;

import static dev.schemawatch.plan.PostgresRenderer.name;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Pair;
import dev.schemawatch.plan.LeftOut.Cause;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.Index;
import dev.schemawatch.schema.QualifiedName;
import java.util.List;
import java.util.Set;

/** Adds, drops and alters columns. */
final class ColumnPlanner {
    /** Within each of these, PostgreSQL converts by itself in an assignment (PostgreSQL manual, pg_cast). */
    private static final List<Set<String>> CONVERTED_BY_ITSELF = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("date", "timestamp without time zone", "timestamp with time zone"),
            Set.of("json", "jsonb"));

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character");

    private final Task task;
    private final DefaultPlanner defaults;

    ColumnPlanner(Task task) {
        this.task = task;
        this.defaults = new DefaultPlanner(task);
    }

    void plan(Difference difference) {
        QualifiedName table = difference.object().owner();
        String column = difference.object().member().orElseThrow();
        switch (difference.verdict()) {
            case MISSING ->
                add(difference, task.expectedTable(difference).column(column).orElseThrow());
            case UNEXPECTED -> drop(difference);
            case DIFFERENT, UNDECIDED -> {
                if (task.isReplaced(table, column)) {
                    replace(difference);
                } else {
                    change(difference, task.columns(difference));
                }
            }
        }
    }

    /**
     * A default comes with a note when both sides may well mean the same: then no statement would end the difference. With
     * another type it is set anew anyway.
     */
    private void change(Difference difference, Pair<Column> columns) {
        switch (difference.aspect().orElseThrow()) {
            case "type" -> type(difference, columns);
            case "nullability" -> nullability(difference, columns.expected());
            default ->
                difference
                        .note()
                        .filter(_ -> columns.same(column -> column.type().name()))
                        .ifPresentOrElse(
                                note -> task.draft().leaveOut(difference, Cause.UNDECIDED, note),
                                () -> defaults.plan(difference, columns));
        }
    }

    private void add(Difference difference, Column column) {
        String sql =
                "ALTER TABLE " + name(difference.object().owner()) + " ADD COLUMN " + PostgresRenderer.column(column);
        switch (column.defaultValue()) {
            case DefaultValue.None _, DefaultValue.Unspecified _ -> {
                if (column.nullable()) {
                    task.draft().add(Stage.COLUMNS, difference, sql, Hazard.ACCESS_EXCLUSIVE_LOCK);
                } else {
                    task.draft()
                            .add(
                                    Stage.COLUMNS,
                                    difference,
                                    sql,
                                    Hazard.ACCESS_EXCLUSIVE_LOCK,
                                    Hazard.FAILS_ON_SOME_ROWS);
                }
            }
            case DefaultValue.Expression _ ->
                task.draft().add(Stage.COLUMNS, difference, sql, Hazard.ACCESS_EXCLUSIVE_LOCK);
            case DefaultValue.Verbatim _, DefaultValue.NextValue _, DefaultValue.Identity _, DefaultValue.Generated _ ->
                task.draft().add(Stage.COLUMNS, difference, sql, Hazard.ACCESS_EXCLUSIVE_LOCK, Hazard.TABLE_REWRITE);
        }
    }

    private void drop(Difference difference) {
        task.draft()
                .add(
                        Stage.DROP_COLUMNS,
                        difference,
                        "ALTER TABLE " + name(difference.object().owner()) + " DROP COLUMN "
                                + name(difference.object().member().orElseThrow()),
                        Hazard.ACCESS_EXCLUSIVE_LOCK,
                        Hazard.DELETES_DATA);
    }

    /** Indexes over the column go with it, and are made anew. */
    private void replace(Difference difference) {
        if (!task.destructive()) {
            task.draft()
                    .leaveOut(
                            difference,
                            Cause.BLOCKED,
                            "a list and a single value cannot be converted into each other: --destructive drops the"
                                    + " column and adds it anew");
            return;
        }
        Column column = task.columns(difference).expected();
        drop(difference);
        add(difference, column);
        for (Index index : task.expectedTable(difference).indexes()) {
            if (IndexPlanner.speaksOf(index, column.name())) {
                task.draft()
                        .add(
                                Stage.INDEXES,
                                difference,
                                PostgresRenderer.createIndex(difference.object().owner(), index),
                                Hazard.SHARE_LOCK,
                                Hazard.INDEX_BUILD);
            }
        }
    }

    private void type(Difference difference, Pair<Column> columns) {
        Pair<ColumnType> types = columns.map(Column::type);
        String alter = alter(difference);
        if (!types.same(ColumnType::name) || !types.same(ColumnType::schema)) {
            defaults.renew(difference, columns);
        }
        task.draft()
                .add(
                        Stage.TYPES,
                        difference,
                        alter + " SET DATA TYPE " + PostgresRenderer.type(types.expected())
                                + conversion(columns.expected().name(), types),
                        Hazard.ACCESS_EXCLUSIVE_LOCK,
                        Hazard.TABLE_REWRITE,
                        Hazard.FAILS_ON_SOME_ROWS);
    }

    /** Where PostgreSQL has no way of its own from one type to the other, the value is written down and read again. */
    private static String conversion(String column, Pair<ColumnType> types) {
        boolean itself = types.same(ColumnType::name) && types.same(ColumnType::schema)
                || TEXTS.contains(types.expected().name())
                || CONVERTED_BY_ITSELF.stream()
                        .anyMatch(family -> family.contains(types.expected().name())
                                && family.contains(types.actual().name()));
        return itself
                ? ""
                : " USING (" + name(column) + "::text" + (types.actual().list() ? "[]" : "") + "::"
                        + PostgresRenderer.type(types.expected()) + ")";
    }

    private void nullability(Difference difference, Column expected) {
        if (expected.nullable()) {
            task.draft()
                    .add(
                            Stage.NULLABILITY,
                            difference,
                            alter(difference) + " DROP NOT NULL",
                            Hazard.ACCESS_EXCLUSIVE_LOCK);
        } else {
            task.draft()
                    .add(
                            Stage.NULLABILITY,
                            difference,
                            alter(difference) + " SET NOT NULL",
                            Hazard.ACCESS_EXCLUSIVE_LOCK,
                            Hazard.TABLE_SCAN,
                            Hazard.FAILS_ON_SOME_ROWS);
        }
    }

    private static String alter(Difference difference) {
        return "ALTER TABLE " + name(difference.object().owner()) + " ALTER COLUMN "
                + name(difference.object().member().orElseThrow());
    }
}
