package dev.schemawatch.checks.safety;

import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableElement.Constraint;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.Locale;
import java.util.stream.Collectors;

/** Statements that come to the same without keeping people waiting, made of the names that were written. */
final class Rewrites {
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
        String name = SqlName.quote(constraint.nameOn(table));
        return "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID%sALTER TABLE %s VALIDATE CONSTRAINT %s;"
                .formatted(table.sql(), name, Words.oneLine(constraint.definition()), LATER, table.sql(), name);
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

    /** A check that proves what SET NOT NULL would have to read every row for. */
    static String notNull(SqlName table, String column) {
        String check = SqlName.quote(table.name() + "_" + column + "_not_null");
        String quoted = SqlName.quote(column);
        return ("ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID%sALTER TABLE %s VALIDATE CONSTRAINT %s;"
                        + " ALTER TABLE %s ALTER COLUMN %s SET NOT NULL; ALTER TABLE %s DROP CONSTRAINT %s;")
                .formatted(
                        table.sql(), check, quoted, LATER, table.sql(), check, table.sql(), quoted, table.sql(), check);
    }
}
