package dev.schemawatch.prisma;

import dev.schemawatch.finding.Location;
import java.util.Objects;
import java.util.Optional;

/**
 * A field of a model, view or composite type.
 *
 * @param name in the schema
 * @param databaseName the column's name: {@code @map}, else {@code name}
 * @param defaultValue of {@code @default}
 * @param nativeType of {@code @db.X}
 * @param relation when {@code type} is a {@link FieldType.ModelRef}, and only then
 * @param ignored by {@code @ignore}: hidden from the client, but in the database
 * @param updatedAt whether the client sets it on every write ({@code @updatedAt})
 * @param location the whole declaration
 */
public record Field(
        String name,
        String databaseName,
        FieldType type,
        Arity arity,
        Optional<FieldDefault> defaultValue,
        Optional<NativeType> nativeType,
        Optional<Relation> relation,
        boolean ignored,
        boolean updatedAt,
        Location.InFile location) {

    public Field {
        Objects.requireNonNull(name);
        Objects.requireNonNull(databaseName);
        Objects.requireNonNull(type);
        Objects.requireNonNull(arity);
        Objects.requireNonNull(location);
    }

    /** Whether the field is a column of its table; relation fields are not. */
    public boolean isColumn() {
        return switch (type) {
            case FieldType.Scalar _, FieldType.EnumRef _, FieldType.Unsupported _ -> true;
            case FieldType.ModelRef _, FieldType.CompositeRef _, FieldType.Unknown _ -> false;
        };
    }

    /** The type as the schema writes it, without {@code ?} or {@code []}. */
    public String typeName() {
        return switch (type) {
            case FieldType.Scalar(ScalarType scalar) -> scalar.keyword();
            case FieldType.EnumRef(String referred) -> referred;
            case FieldType.ModelRef(String referred) -> referred;
            case FieldType.CompositeRef(String referred) -> referred;
            case FieldType.Unsupported(String databaseType) -> "Unsupported(\"" + databaseType + "\")";
            case FieldType.Unknown(String referred) -> referred;
        };
    }
}
