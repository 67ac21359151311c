package dev.schemawatch.sql;

import dev.schemawatch.sql.Command.Invalid;
import java.util.Optional;

/** What to write where people expect an IF NOT EXISTS that PostgreSQL does not have. */
final class MissingGuards {
    private MissingGuards() {}

    /** For {@code CREATE kind IF NOT EXISTS}; the cursor stands behind these words. */
    static Invalid of(ObjectKind kind, SqlCursor sql) {
        String problem = "CREATE " + kind.sql() + " has no IF NOT EXISTS";
        return switch (kind) {
            case TYPE, DOMAIN, ROLE, USER, GROUP ->
                new Invalid(problem, guarded("CREATE " + kind.sql() + " " + sql.rest(), "duplicate_object"));
            case FUNCTION, PROCEDURE, VIEW, AGGREGATE ->
                new Invalid(problem, "CREATE OR REPLACE " + kind.sql() + " " + sql.rest() + ";");
            case TRIGGER, POLICY, RULE -> dropFirst(kind, problem, sql);
            default -> new Invalid(problem, "look whether it exists in a DO block, or leave the words out");
        };
    }

    /** For {@code ALTER TABLE … ADD CONSTRAINT IF NOT EXISTS}; the cursor stands behind these words. */
    static Invalid ofConstraint(SqlName table, SqlCursor sql) {
        SqlCursor constraint = sql.copy();
        int start = sql.mark();
        Optional<String> name = sql.identifier();
        constraint.advance();
        Optional<Invalid> partial = MalformedElement.ofConstraint(table, name, constraint);
        if (partial.isPresent()) {
            return new Invalid(
                    "ADD CONSTRAINT has no IF NOT EXISTS, and " + partial.get().problem(),
                    partial.get().instead());
        }
        String added = sql.textSince(start) + (sql.atEnd() ? "" : " " + sql.rest());
        return new Invalid(
                "ADD CONSTRAINT has no IF NOT EXISTS",
                name.map(known -> "ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s, ADD CONSTRAINT %s;"
                                .formatted(table.sql(), SqlName.quote(known), added))
                        .orElse("name the constraint, and drop it IF EXISTS before it is added"));
    }

    private static Invalid dropFirst(ObjectKind kind, String problem, SqlCursor sql) {
        int start = sql.mark();
        Optional<SqlName> name = sql.name();
        String rest = sql.textSince(start) + " " + sql.rest();
        sql.skipTo(kind == ObjectKind.RULE ? "TO" : "ON");
        sql.advance();
        Optional<SqlName> table = sql.name();
        return new Invalid(
                problem,
                name.isEmpty() || table.isEmpty()
                        ? "drop it IF EXISTS before it is created"
                        : "DROP %s IF EXISTS %s ON %s; CREATE %s %s;"
                                .formatted(
                                        kind.sql(),
                                        name.get().sql(),
                                        table.get().sql(),
                                        kind.sql(),
                                        rest));
    }

    private static String guarded(String statement, String condition) {
        return "DO $$ BEGIN " + statement + "; EXCEPTION WHEN " + condition + " THEN NULL; END $$;";
    }
}
