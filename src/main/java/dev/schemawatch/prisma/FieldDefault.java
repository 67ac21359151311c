package dev.schemawatch.prisma;

import java.util.List;
import java.util.Optional;

/** The value that {@code @default} gives to a field. */
public sealed interface FieldDefault {

    /** A string literal, unescaped; for dates, JSON and bytes their textual form. */
    record Text(String value) implements FieldDefault {}

    /** A number as written. */
    record Numeral(String value) implements FieldDefault {}

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements FieldDefault {}

    /** A value of the field's enum, by its name in the schema. */
    record EnumValue(String name) implements FieldDefault {}

    /** A list of literals. */
    record ListOf(List<FieldDefault> values) implements FieldDefault {
        public ListOf {
            values = List.copyOf(values);
        }
    }

    /** {@code now()}. */
    record Now() implements FieldDefault {}

    /** {@code autoincrement()}. */
    record AutoIncrement() implements FieldDefault {}

    /** {@code dbgenerated("sql")}; without an argument, or with an empty one, the database decides. */
    record DbGenerated(Optional<String> sql) implements FieldDefault {}

    /** A function that Prisma's client evaluates: {@code uuid}, {@code cuid}, {@code nanoid}, {@code ulid}, {@code auto}. */
    record ClientGenerated(String function) implements FieldDefault {}
}
