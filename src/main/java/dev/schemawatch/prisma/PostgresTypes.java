package dev.schemawatch.prisma;

import dev.schemawatch.schema.ColumnType;
import java.util.Locale;
import java.util.Optional;

/** The PostgreSQL types of fields, spelled as {@code format_type} spells them. Facts: Prisma 6.19 and 7.10 on PostgreSQL 15. */
final class PostgresTypes {
    private static final String VARYING = "character varying";

    private final Names names;

    PostgresTypes(Names names) {
        this.names = names;
    }

    /** The column's type; nothing for a field that is no column. */
    Optional<ColumnType> of(Field field) {
        return element(field).map(type -> field.arity() == Arity.LIST ? type.asList() : type);
    }

    /** The type of one element of a list, or of the field that is no list. */
    Optional<ColumnType> element(Field field) {
        return switch (field.type()) {
            case FieldType.Scalar(ScalarType scalar) ->
                Optional.of(field.nativeType().map(PostgresTypes::ofNative).orElseGet(() -> ofScalar(scalar)));
            case FieldType.EnumRef(String name) -> names.enumeration(name).map(ColumnType::of);
            case FieldType.Unsupported(String databaseType) -> Optional.of(TypeSpelling.canonical(databaseType));
            case FieldType.ModelRef _, FieldType.CompositeRef _, FieldType.Unknown _ -> Optional.empty();
        };
    }

    private static ColumnType ofScalar(ScalarType type) {
        return switch (type) {
            case STRING -> ColumnType.of("text");
            case BOOLEAN -> ColumnType.of("boolean");
            case INT -> ColumnType.of("integer");
            case BIG_INT -> ColumnType.of("bigint");
            case FLOAT -> ColumnType.of("double precision");
            case DECIMAL -> ColumnType.of("numeric", "65", "30");
            case DATE_TIME -> ColumnType.of("timestamp without time zone", "3");
            case JSON -> ColumnType.of("jsonb");
            case BYTES -> ColumnType.of("bytea");
        };
    }

    private static ColumnType ofNative(NativeType type) {
        return switch (type.name()) {
            case "SmallInt" -> ColumnType.of("smallint");
            case "Integer" -> ColumnType.of("integer");
            case "BigInt" -> ColumnType.of("bigint");
            case "Decimal" -> with(type, "numeric");
            case "Money" -> ColumnType.of("money");
            case "Inet" -> ColumnType.of("inet");
            case "Oid" -> ColumnType.of("oid");
            case "Citext" -> ColumnType.of("citext");
            case "Real" -> ColumnType.of("real");
            case "DoublePrecision" -> ColumnType.of("double precision");
            case "VarChar" -> with(type, VARYING);
            case "Char" -> with(type, "character");
            case "Text" -> ColumnType.of("text");
            case "ByteA" -> ColumnType.of("bytea");
            case "Timestamp" -> with(type, "timestamp without time zone");
            case "Timestamptz" -> with(type, "timestamp with time zone");
            case "Date" -> ColumnType.of("date");
            case "Time" -> with(type, "time without time zone");
            case "Timetz" -> with(type, "time with time zone");
            case "Boolean" -> ColumnType.of("boolean");
            case "Bit" -> with(type, "bit");
            case "VarBit" -> with(type, "bit varying");
            case "Uuid" -> ColumnType.of("uuid");
            case "Xml" -> ColumnType.of("xml");
            case "Json" -> ColumnType.of("json");
            case "JsonB" -> ColumnType.of("jsonb");
            // A native type that is no PostgreSQL type: as PostgreSQL would read the word.
            default -> new ColumnType(type.name().toLowerCase(Locale.ROOT), "", type.arguments(), false);
        };
    }

    private static ColumnType with(NativeType type, String name) {
        return new ColumnType(name, "", type.arguments(), false);
    }
}
