package dev.schemawatch.plan;

import static java.util.Objects.requireNonNull;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.diff.Pair;
import dev.schemawatch.schema.Column;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.schema.QualifiedName;
import dev.schemawatch.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the planners of the kinds of objects share.
 *
 * @param wanted the differences that are to be mended, if that is possible
 * @param destructive whether data may be lost
 */
record Task(Pair<DatabaseSchema> schemas, List<Difference> wanted, boolean destructive, Draft draft) {

    /** The table that holds the object, as expected. */
    Table expectedTable(Difference difference) {
        return requireNonNull(
                schemas.expected().tables().get(difference.object().owner()));
    }

    /** The table that holds the object, as it is. */
    Table actualTable(Difference difference) {
        return requireNonNull(schemas.actual().tables().get(difference.object().owner()));
    }

    /** The differences of that kind that are to be mended. */
    Stream<Difference> wanted(ObjectKind kind, Verdict verdict) {
        return wanted.stream()
                .filter(difference -> difference.object().kind() == kind && difference.verdict() == verdict);
    }

    /** The differences of that kind in one property. */
    Stream<Difference> wanted(ObjectKind kind, String aspect) {
        return wanted(kind, Verdict.DIFFERENT)
                .filter(difference -> difference.aspect().orElseThrow().equals(aspect));
    }

    /** The column of a difference, on both sides. */
    Pair<Column> columns(Difference difference) {
        String name = difference.object().member().orElseThrow();
        return new Pair<>(
                expectedTable(difference).column(name).orElseThrow(),
                actualTable(difference).column(name).orElseThrow());
    }

    /** Whether the plan drops the table. */
    boolean drops(QualifiedName table) {
        return wanted(ObjectKind.TABLE, Verdict.UNEXPECTED)
                .anyMatch(difference -> difference.object().owner().equals(table));
    }

    /** Whether the plan drops the column. */
    boolean drops(QualifiedName table, String column) {
        return drops(table)
                || wanted(ObjectKind.COLUMN, Verdict.UNEXPECTED)
                        .map(Difference::object)
                        .anyMatch(object -> object.owner().equals(table)
                                && object.member().orElseThrow().equals(column));
    }

    /**
     * Whether a column holds lists on one side and single values on the other: there is no way from one to the other but
     * another column.
     */
    boolean isReplaced(QualifiedName table, String column) {
        return wanted(ObjectKind.COLUMN, "type")
                .filter(difference -> difference.object().owner().equals(table)
                        && difference.object().member().orElseThrow().equals(column))
                .map(this::columns)
                .anyMatch(columns -> !columns.same(one -> one.type().list()));
    }
}
