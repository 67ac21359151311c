package dev.schemawatch.prisma.validation;

import dev.schemawatch.prisma.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operator classes that Prisma has names for, and which index and which type each is for. Facts: Prisma 6.19, asked for
 * each pair of class and type.
 */
final class OperatorClassTable {
    private static final Set<String> GIN = Set.of("JsonbOps", "JsonbPathOps", "ArrayOps");
    private static final String INET = "InetOps";
    private static final String TEXT = "TextOps";

    /** A family of classes of a BRIN index: {@code Date} with {@code Bloom}, {@code MinMax} and {@code MinMaxMulti}. */
    private record Family(String prefix, Set<String> nativeTypes, Optional<ScalarType> plain, List<String> kinds) {}

    private static final List<Family> BRIN = List.of(
            family("Bit", "Bit", "MinMax"),
            family("VarBit", "VarBit", "MinMax"),
            family("Bpchar", "Char", "Bloom", "MinMax"),
            family("Bytea", Set.of("ByteA"), ScalarType.BYTES, "Bloom", "MinMax"),
            family("Date", "Date", "Bloom", "MinMax", "MinMaxMulti"),
            family("Float4", "Real", "Bloom", "MinMax", "MinMaxMulti"),
            family("Float8", Set.of("DoublePrecision"), ScalarType.FLOAT, "Bloom", "MinMax", "MinMaxMulti"),
            family("Inet", "Inet", "Bloom", "MinMax", "MinMaxMulti", "Inclusion"),
            family("Int2", "SmallInt", "Bloom", "MinMax", "MinMaxMulti"),
            family("Int4", Set.of("Integer"), ScalarType.INT, "Bloom", "MinMax", "MinMaxMulti"),
            family("Int8", Set.of("BigInt"), ScalarType.BIG_INT, "Bloom", "MinMax", "MinMaxMulti"),
            family("Numeric", Set.of("Decimal"), ScalarType.DECIMAL, "Bloom", "MinMax", "MinMaxMulti"),
            family("Oid", "Oid", "Bloom", "MinMax", "MinMaxMulti"),
            family("Text", Set.of("Text", "VarChar"), ScalarType.STRING, "Bloom", "MinMax"),
            family("Timestamp", Set.of("Timestamp"), ScalarType.DATE_TIME, "Bloom", "MinMax", "MinMaxMulti"),
            family("TimestampTz", "Timestamptz", "Bloom", "MinMax", "MinMaxMulti"),
            family("Time", "Time", "Bloom", "MinMax", "MinMaxMulti"),
            family("TimeTz", "Timetz", "Bloom", "MinMax", "MinMaxMulti"),
            family("Uuid", "Uuid", "Bloom", "MinMax", "MinMaxMulti"));

    private OperatorClassTable() {}

    private static Family family(String prefix, String nativeType, String... kinds) {
        return new Family(prefix, Set.of(nativeType), Optional.empty(), List.of(kinds));
    }

    private static Family family(String prefix, Set<String> nativeTypes, ScalarType plain, String... kinds) {
        return new Family(prefix, nativeTypes, Optional.of(plain), List.of(kinds));
    }

    static boolean isKnown(String name) {
        return GIN.contains(name)
                || name.equals(INET)
                || name.equals(TEXT)
                || brin(name).isPresent();
    }

    /** The index methods that have the class. */
    static Set<IndexMethod> methods(String name) {
        if (GIN.contains(name)) {
            return Set.of(IndexMethod.GIN);
        }
        return switch (name) {
            case INET -> Set.of(IndexMethod.GIST, IndexMethod.SP_GIST);
            case TEXT -> Set.of(IndexMethod.SP_GIST);
            default -> Set.of(IndexMethod.BRIN);
        };
    }

    /** Whether a BRIN index knows what to do with a field of that native type. */
    static boolean brinTakes(String nativeType) {
        return BRIN.stream().anyMatch(family -> family.nativeTypes().contains(nativeType));
    }

    /** Whether a BRIN index knows what to do with a field of that type without a native type. */
    static boolean brinTakes(ScalarType type) {
        return BRIN.stream().anyMatch(family -> family.plain().equals(Optional.of(type)));
    }

    /** Whether the class of a BRIN index is for that native type. */
    static boolean brinTakes(String name, String nativeType) {
        return brin(name)
                .filter(family -> family.nativeTypes().contains(nativeType))
                .isPresent();
    }

    /** The type without a native type that the class of a BRIN index is for. */
    static Optional<ScalarType> plainType(String name) {
        return brin(name).flatMap(Family::plain);
    }

    private static Optional<Family> brin(String name) {
        return BRIN.stream()
                .filter(family -> family.kinds().stream().anyMatch(kind -> name.equals(family.prefix() + kind + "Ops")))
                .findFirst();
    }
}
