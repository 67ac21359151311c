package dev.schemawatch.prisma;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The database's names of operator classes. Facts: Prisma 7.10; PostgreSQL 15, {@code pg_opclass.opcdefault}. */
final class OperatorClasses {
    private static final Set<String> GIN = Set.of("array_ops", "jsonb_ops", "tsvector_ops");
    private static final Set<String> GIST = Set.of(
            "box_ops",
            "circle_ops",
            "multirange_ops",
            "point_ops",
            "poly_ops",
            "range_ops",
            "tsquery_ops",
            "tsvector_ops");
    private static final Set<String> SP_GIST =
            Set.of("box_ops", "inet_ops", "poly_ops", "quad_point_ops", "range_ops", "text_ops");
    private static final Set<String> BRIN = Set.of("box_inclusion_ops", "inet_inclusion_ops", "range_inclusion_ops");

    private OperatorClasses() {}

    /** The name to compare with the catalog; nothing when it is the one that PostgreSQL takes anyway. */
    static Optional<String> canonical(KeyField.OperatorClass operatorClass, String method) {
        String name = operatorClass.raw() ? operatorClass.name() : snakeCase(operatorClass.name());
        return isDefault(name, method) ? Optional.empty() : Optional.of(name);
    }

    private static boolean isDefault(String name, String method) {
        return switch (method) {
            case "btree", "hash" ->
                name.endsWith("_ops")
                        && !name.endsWith("_pattern_ops")
                        && !name.equals("varchar_ops")
                        && !name.equals("cidr_ops");
            case "gin" -> GIN.contains(name);
            case "gist" -> GIST.contains(name);
            case "spgist" -> SP_GIST.contains(name);
            case "brin" -> BRIN.contains(name) || name.endsWith("_minmax_ops") && !name.equals("inet_minmax_ops");
            default -> false;
        };
    }

    /** {@code TimestampTzMinMaxMultiOps} is {@code timestamptz_minmax_multi_ops}. */
    private static String snakeCase(String name) {
        return name.replace("MinMax", "Minmax")
                .replace("TimestampTz", "Timestamptz")
                .replace("TimeTz", "Timetz")
                .replace("VarBit", "Varbit")
                .replace("TsVector", "Tsvector")
                .replace("TsQuery", "Tsquery")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
