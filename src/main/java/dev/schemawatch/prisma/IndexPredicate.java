package dev.schemawatch.prisma;

import java.util.List;
import java.util.Optional;

/** Which rows a partial index holds: {@code where:}, in preview since Prisma 7.4. */
public sealed interface IndexPredicate {

    /** {@code raw("…")}: the condition as SQL. */
    record Sql(String text) implements IndexPredicate {}

    /** {@code { field: value, … }}: all conditions together. */
    record Conditions(List<Condition> conditions) implements IndexPredicate {
        public Conditions {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * One field compared with a constant.
     *
     * @param negated {@code { not: value }}
     * @param value empty for {@code null}
     */
    record Condition(String field, boolean negated, Optional<FieldDefault> value) {}
}
