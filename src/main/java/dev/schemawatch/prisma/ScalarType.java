package dev.schemawatch.prisma;

import java.util.Optional;

/** The built-in types of the schema language. */
public enum ScalarType {
    STRING("String"),
    BOOLEAN("Boolean"),
    INT("Int"),
    BIG_INT("BigInt"),
    FLOAT("Float"),
    DECIMAL("Decimal"),
    DATE_TIME("DateTime"),
    JSON("Json"),
    BYTES("Bytes");

    private final String keyword;

    ScalarType(String keyword) {
        this.keyword = keyword;
    }

    /** The type as a schema writes it: {@code BigInt}. */
    public String keyword() {
        return keyword;
    }

    /** The type that a schema writes like that, if it is a built-in one. */
    public static Optional<ScalarType> of(String keyword) {
        return switch (keyword) {
            case "String" -> Optional.of(STRING);
            case "Boolean" -> Optional.of(BOOLEAN);
            case "Int" -> Optional.of(INT);
            case "BigInt" -> Optional.of(BIG_INT);
            case "Float" -> Optional.of(FLOAT);
            case "Decimal" -> Optional.of(DECIMAL);
            case "DateTime" -> Optional.of(DATE_TIME);
            case "Json" -> Optional.of(JSON);
            case "Bytes" -> Optional.of(BYTES);
            default -> Optional.empty();
        };
    }
}
