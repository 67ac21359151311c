package dev.schemawatch.schema;

/** What PostgreSQL puts into a column that an INSERT leaves out. */
public sealed interface DefaultValue {

    /** The default for people. */
    default String display() {
        return switch (this) {
            case None() -> "no default";
            case Expression(String sql) -> sql;
            case Verbatim(String sql) -> sql;
            case NextValue(QualifiedName sequence) -> "next value of " + sequence;
            case Identity(boolean always) -> "identity, generated " + (always ? "always" : "by default");
            case Generated(Formula formula) -> "generated as " + formula.display();
            case Unspecified() -> "some default";
        };
    }

    /** No default: NULL, or an error when the column is required. */
    record None() implements DefaultValue {}

    /** An SQL expression: as Prisma's migration writes it on the expected side, as {@code pg_get_expr} prints it on the actual side. */
    record Expression(String sql) implements DefaultValue {}

    /** An SQL expression that the schema's author wrote himself: {@code dbgenerated("…")}. Only on the expected side. */
    record Verbatim(String sql) implements DefaultValue {}

    /**
     * The next value of a sequence.
     *
     * @param sequence the sequence's name; on the expected side the name that {@code SERIAL} would give it
     */
    record NextValue(QualifiedName sequence) implements DefaultValue {}

    /** {@code GENERATED … AS IDENTITY}; Prisma writes {@code autoincrement()} for it too. */
    record Identity(boolean always) implements DefaultValue {}

    /** {@code GENERATED ALWAYS AS (formula) STORED}. */
    record Generated(Formula formula) implements DefaultValue {}

    /** Some default that the schema leaves to the database: {@code dbgenerated()} without an argument. */
    record Unspecified() implements DefaultValue {}
}
