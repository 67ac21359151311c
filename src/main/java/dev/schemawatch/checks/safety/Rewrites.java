package dev.schemawatch.checks.safety;

import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableElement.Constraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.Locale;
import java.util.stream.Collectors;

/** Statements that come to the same without keeping people waiting, made of the names that were written. */
final class Rewrites {
    /** The first with NOT NULL as a constraint that can be NOT VALID (PostgreSQL 18 release notes). */
    private static final int HAS_NOT_NULL_CONSTRAINTS = 18;

    private static final String LATER = "; /* in another migration: */ ";

    private Rewrites() {}

    /** The same index, built beside the writes. */
    static String concurrently(CreateIndex index) {
        return "CREATE %sINDEX CONCURRENTLY %sON %s"
                .formatted(
                        index.unique() ? "UNIQUE " : "",
                        index.name()
                                .map(name -> SqlName.quote(name.name()) + " ")
                                .orElse(""),
                        Words.oneLine(index.definition()));
    }

    /** The same index of a partitioned table, built partition by partition. */
    static String byPartition(CreateIndex index) {
        String name = index.name().map(SqlName::name).orElse(index.table().name() + "_idx");
        String own = SqlName.quote("p_" + name);
        String definition = Words.oneLine(index.definition());
        int method = definition.toUpperCase(Locale.ROOT).indexOf("USING ");
        String keys = definition.substring(method < 0 ? definition.indexOf('(') : method);
        return "CREATE %sINDEX %s ON ONLY %s; /* for each partition p, alone in a migration of its own: */ CREATE %sINDEX CONCURRENTLY %s ON p %s; /* then: */ ALTER INDEX %s ATTACH PARTITION %s; the last one makes it valid"
                .formatted(
                        index.unique() ? "UNIQUE " : "",
                        SqlName.quote(name),
                        definition,
                        index.unique() ? "UNIQUE " : "",
                        own,
                        keys,
                        index.table().sibling(name).sql(),
                        own);
    }

    /** The constraint for new rows now, and for all rows later. */
    static String inTwoSteps(SqlName table, Constraint constraint) {
        return inTwoSteps(table, constraint.nameOn(table), Words.oneLine(constraint.definition()));
    }

    private static String inTwoSteps(SqlName table, String constraint, String definition) {
        return "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID%s%s"
                .formatted(table.sql(), SqlName.quote(constraint), definition, LATER, validation(table, constraint));
    }

    /** A constraint that is there already goes, and comes again for new rows now, and for all rows later. */
    static String anew(SqlName table, String constraint, String definition) {
        return "ALTER TABLE %s DROP CONSTRAINT %s; %s"
                .formatted(table.sql(), SqlName.quote(constraint), inTwoSteps(table, constraint, definition));
    }

    /** A look at the rows that blocks nobody. */
    static String validation(SqlName table, String constraint) {
        return "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(table.sql(), SqlName.quote(constraint));
    }

    /** The index first, beside the writes, and then the constraint that takes it over. */
    static String usingIndex(SqlName table, Constraint constraint) {
        String name = SqlName.quote(constraint.nameOn(table));
        String columns = constraint.columns().stream().map(SqlName::quote).collect(Collectors.joining(", "));
        return "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s)%sALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s;"
                .formatted(
                        name,
                        table.sql(),
                        columns,
                        LATER,
                        table.sql(),
                        name,
                        constraint.kind() == ConstraintKind.PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE",
                        name);
    }

    /**
     * What SET NOT NULL would have to read every row for: by a constraint where there is one for that, else by a check.
     *
     * @param postgresVersion the major version that it is to run on
     */
    static String notNull(int postgresVersion, SqlName table, String column) {
        return postgresVersion >= HAS_NOT_NULL_CONSTRAINTS
                ? inTwoSteps(table, table.name() + "_" + column + "_not_null", "NOT NULL " + SqlName.quote(column))
                : byCheck(table, column);
    }

    private static String byCheck(SqlName table, String column) {
        String check = SqlName.quote(table.name() + "_" + column + "_not_null");
        String quoted = SqlName.quote(column);
        return ("ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID%sALTER TABLE %s VALIDATE CONSTRAINT %s;"
                        + " ALTER TABLE %s ALTER COLUMN %s SET NOT NULL; ALTER TABLE %s DROP CONSTRAINT %s;")
                .formatted(
                        table.sql(), check, quoted, LATER, table.sql(), check, table.sql(), quoted, table.sql(), check);
    }
}
