package dev.schemawatch.plan;

import static dev.schemawatch.plan.PostgresRenderer.literal;
import static dev.schemawatch.plan.PostgresRenderer.name;
import static java.util.Objects.requireNonNull;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.plan.LeftOut.Cause;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.DefaultValue;
import dev.schemawatch.schema.EnumType;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes enumerated types, adds values to them, and makes them anew where a value goes: PostgreSQL cannot drop one. */
final class EnumPlanner {
    private static final int LONGEST_NAME = 63;
    private static final String OLD = "_old";

    private final Task task;

    EnumPlanner(Task task) {
        this.task = task;
    }

    void plan(Difference difference) {
        QualifiedName name = difference.object().owner();
        switch (difference.verdict()) {
            case MISSING ->
                task.draft().add(Stage.ENUMS, difference, PostgresRenderer.createEnum(name, expected(name)));
            case UNEXPECTED -> task.draft().add(Stage.DROP_ENUMS, difference, "DROP TYPE " + name(name));
            case DIFFERENT, UNDECIDED -> change(difference, expected(name), actual(name));
        }
    }

    private void change(Difference difference, EnumType expected, EnumType actual) {
        boolean loses = !expected.values().containsAll(actual.values());
        if (loses && task.destructive()) {
            remake(difference, expected);
            return;
        }
        add(difference, expected, actual);
        if (loses) {
            task.draft()
                    .leaveOut(
                            difference,
                            Cause.KEPT,
                            "values that the schema does not know are kept, unless --destructive asks to make the type"
                                    + " anew without them");
        }
    }

    /** Each value gets the place that the schema gives it. */
    private void add(Difference difference, EnumType expected, EnumType actual) {
        List<String> there = new ArrayList<>(actual.values());
        String before = "";
        for (String value : expected.values()) {
            if (!there.contains(value)) {
                String place = before.isEmpty()
                        ? there.stream()
                                .findFirst()
                                .map(first -> " BEFORE " + literal(first))
                                .orElse("")
                        : " AFTER " + literal(before);
                task.draft()
                        .add(
                                Stage.ENUM_VALUES,
                                difference,
                                "ALTER TYPE " + name(expected.name()) + " ADD VALUE " + literal(value) + place,
                                Hazard.VALUE_NOT_YET_USABLE);
                there.add(value);
            }
            before = value;
        }
    }

    private void remake(Difference difference, EnumType expected) {
        QualifiedName name = expected.name();
        String old = old(name.name());
        task.draft().add(Stage.ENUMS, difference, "ALTER TYPE " + name(name) + " RENAME TO " + name(old));
        task.draft().add(Stage.ENUMS, difference, PostgresRenderer.createEnum(name, expected));
        for (Table table : task.schemas().actual().tables().values()) {
            table.columns().stream()
                    .filter(column -> column.type().schema().equals(name.schema())
                            && column.type().name().equals(name.name()))
                    .filter(column ->
                            !task.drops(table.name(), column.name()) && !task.isReplaced(table.name(), column.name()))
                    .forEach(column -> move(difference, table.name(), column));
        }
        task.draft().add(Stage.ENUMS, difference, "DROP TYPE " + name(new QualifiedName(name.schema(), old)));
    }

    private void move(Difference difference, QualifiedName table, Column column) {
        String alter = "ALTER TABLE " + name(table) + " ALTER COLUMN " + name(column.name());
        boolean hasDefault = !(column.defaultValue() instanceof DefaultValue.None);
        if (hasDefault) {
            task.draft().add(Stage.ENUMS, difference, alter + " DROP DEFAULT", Hazard.ACCESS_EXCLUSIVE_LOCK);
        }
        String list = column.type().list() ? "[]" : "";
        task.draft()
                .add(
                        Stage.ENUMS,
                        difference,
                        alter + " SET DATA TYPE " + PostgresRenderer.type(column.type()) + " USING ("
                                + name(column.name()) + "::text" + list + "::" + PostgresRenderer.type(column.type())
                                + ")",
                        Hazard.ACCESS_EXCLUSIVE_LOCK,
                        Hazard.TABLE_REWRITE,
                        Hazard.FAILS_ON_SOME_ROWS);
        boolean mendedApart = task.wanted(ObjectKind.COLUMN, Verdict.DIFFERENT)
                .map(Difference::object)
                .anyMatch(object -> object.owner().equals(table)
                        && object.member().orElseThrow().equals(column.name()));
        if (hasDefault && !mendedApart) {
            wantedDefault(table, column)
                    .ifPresent(sql -> task.draft()
                            .add(
                                    Stage.DEFAULTS,
                                    difference,
                                    alter + " SET DEFAULT " + sql,
                                    Hazard.ACCESS_EXCLUSIVE_LOCK));
        }
    }

    private Optional<String> wantedDefault(QualifiedName table, Column column) {
        return Optional.ofNullable(task.schemas().expected().tables().get(table))
                .flatMap(expected -> expected.column(column.name()))
                .map(Column::defaultValue)
                .flatMap(PostgresRenderer::expression)
                .or(() -> PostgresRenderer.expression(column.defaultValue()));
    }

    /** A name for the type while it is on its way out. */
    private static String old(String name) {
        String cut = name;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME - OLD.length()) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut + OLD;
    }

    private EnumType expected(QualifiedName name) {
        return requireNonNull(task.schemas().expected().enums().get(name));
    }

    private EnumType actual(QualifiedName name) {
        return requireNonNull(task.schemas().actual().enums().get(name));
    }
}
