package dev.schemawatch.schema;

import java.util.Map;

/** The names that PostgreSQL's grammar takes for a type beside the one that it prints (PostgreSQL manual, table 8.1). */
public final class TypeSynonyms {
    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("nchar", "character"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"));

    private TypeSynonyms() {}

    /**
     * The name that {@code format_type} prints.
     *
     * @param name in lower case, without schema and modifiers; one that has no other name is returned as it is
     */
    public static String canonical(String name) {
        return CANONICAL.getOrDefault(name, name);
    }
}
