package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.ScalarType;
import java.util.List;
import java.util.Optional;

/**
 * A native type of a database. Facts: Prisma 6.19.
 *
 * @param scalar the type of the fields that it is for
 * @param mostArguments how many arguments it takes; all of them may be left out together
 */
record NativeTypeTable(String name, ScalarType scalar, int mostArguments) {

    private static final long LARGEST = 0xFFFF_FFFFL;

    private static final List<NativeTypeTable> POSTGRESQL = List.of(
            type("SmallInt", ScalarType.INT, 0),
            type("Integer", ScalarType.INT, 0),
            type("BigInt", ScalarType.BIG_INT, 0),
            type("Decimal", ScalarType.DECIMAL, 2),
            type("Money", ScalarType.DECIMAL, 0),
            type("Inet", ScalarType.STRING, 0),
            type("Oid", ScalarType.INT, 0),
            type("Citext", ScalarType.STRING, 0),
            type("Real", ScalarType.FLOAT, 0),
            type("DoublePrecision", ScalarType.FLOAT, 0),
            type("VarChar", ScalarType.STRING, 1),
            type("Char", ScalarType.STRING, 1),
            type("Text", ScalarType.STRING, 0),
            type("ByteA", ScalarType.BYTES, 0),
            type("Timestamp", ScalarType.DATE_TIME, 1),
            type("Timestamptz", ScalarType.DATE_TIME, 1),
            type("Date", ScalarType.DATE_TIME, 0),
            type("Time", ScalarType.DATE_TIME, 1),
            type("Timetz", ScalarType.DATE_TIME, 1),
            type("Boolean", ScalarType.BOOLEAN, 0),
            type("Bit", ScalarType.STRING, 1),
            type("VarBit", ScalarType.STRING, 1),
            type("Uuid", ScalarType.STRING, 0),
            type("Xml", ScalarType.STRING, 0),
            type("Json", ScalarType.JSON, 0),
            type("JsonB", ScalarType.JSON, 0));

    private static final List<NativeTypeTable> COCKROACHDB = List.of(
            type("Bit", ScalarType.STRING, 1),
            type("Bool", ScalarType.BOOLEAN, 0),
            type("Bytes", ScalarType.BYTES, 0),
            type("Char", ScalarType.STRING, 1),
            type("Date", ScalarType.DATE_TIME, 0),
            type("Decimal", ScalarType.DECIMAL, 2),
            type("Float4", ScalarType.FLOAT, 0),
            type("Float8", ScalarType.FLOAT, 0),
            type("Inet", ScalarType.STRING, 0),
            type("Int2", ScalarType.INT, 0),
            type("Int4", ScalarType.INT, 0),
            type("Int8", ScalarType.BIG_INT, 0),
            type("JsonB", ScalarType.JSON, 0),
            type("Oid", ScalarType.INT, 0),
            type("CatalogSingleChar", ScalarType.STRING, 0),
            type("String", ScalarType.STRING, 1),
            type("Time", ScalarType.DATE_TIME, 1),
            type("Timestamp", ScalarType.DATE_TIME, 1),
            type("Timestamptz", ScalarType.DATE_TIME, 1),
            type("Timetz", ScalarType.DATE_TIME, 1),
            type("Uuid", ScalarType.STRING, 0),
            type("VarBit", ScalarType.STRING, 1));

    private static NativeTypeTable type(String name, ScalarType scalar, int mostArguments) {
        return new NativeTypeTable(name, scalar, mostArguments);
    }

    private static List<NativeTypeTable> of(Provider provider) {
        return switch (provider) {
            case POSTGRESQL -> POSTGRESQL;
            case COCKROACHDB -> COCKROACHDB;
            case NONE, OTHER -> List.of();
        };
    }

    /** The native type of that very name. */
    static Optional<NativeTypeTable> find(Provider provider, String name) {
        for (NativeTypeTable type : of(provider)) {
            if (type.name.equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The native type that differs in upper and lower case alone. */
    static Optional<String> similar(Provider provider, String name) {
        return of(provider).stream()
                .map(NativeTypeTable::name)
                .filter(other -> other.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether these are arguments of the type: none of them, or all, and whole numbers of 32 bits. */
    boolean takes(List<String> arguments) {
        return mostArguments == 0
                || arguments.isEmpty()
                || arguments.size() == mostArguments && arguments.stream().allMatch(NativeTypeTable::isNumber);
    }

    private static boolean isNumber(String text) {
        return text.length() < 20
                && text.chars().allMatch(character -> character >= '0' && character <= '9')
                && !text.isEmpty()
                && Long.compareUnsigned(Long.parseUnsignedLong(text), LARGEST) <= 0;
    }
}
