package dev.schemawatch.prisma;

/** The type of a field, resolved. Names are those of the schema, not of the database. */
public sealed interface FieldType {

    /** A built-in type. */
    record Scalar(ScalarType type) implements FieldType {}

    /** A value of an enum of the schema. */
    record EnumRef(String name) implements FieldType {}

    /** A relation to a model or view of the schema. */
    record ModelRef(String name) implements FieldType {}

    /** A composite type of the schema; PostgreSQL has none that Prisma supports. */
    record CompositeRef(String name) implements FieldType {}

    /** A type that Prisma's client cannot handle: {@code Unsupported("tsvector")}, as written. */
    record Unsupported(String databaseType) implements FieldType {}

    /** A name that nothing in the schema declares, which is an error. */
    record Unknown(String name) implements FieldType {}
}
