package dev.schemawatch.checks.safety;

import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlSecrets;
import dev.schemawatch.sql.TableElement.Constraint;
import java.util.List;
import java.util.stream.Collectors;

/** How messages call things. */
final class Words {
    private Words() {}

    /** The name of an index, or what it is over where PostgreSQL makes the name up. */
    static String named(CreateIndex index) {
        return index.name()
                .map(name -> SqlName.quote(name.name()))
                .orElse("on " + index.table().sql() + " (" + String.join(", ", index.columns()) + ")");
    }

    /** The name of a constraint, or its columns where PostgreSQL makes the name up. */
    static String named(Constraint constraint) {
        return constraint
                .name()
                .map(SqlName::quote)
                .orElse(
                        constraint.columns().isEmpty()
                                ? "without a name"
                                : "of "
                                        + constraint.columns().stream()
                                                .map(SqlName::quote)
                                                .collect(Collectors.joining(", ")));
    }

    /** Tables, one after the other. */
    static String list(List<SqlName> tables) {
        return tables.stream().map(SqlName::sql).collect(Collectors.joining(", "));
    }

    /** SQL on one line, with stars in place of secrets. */
    static String oneLine(String sql) {
        return SqlSecrets.of(sql).hide().strip().replaceAll("\\s+", " ");
    }
}
