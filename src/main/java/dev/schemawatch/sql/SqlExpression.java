package dev.schemawatch.sql;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An expression, as far as its text tells what evaluating it costs.
 *
 * @param text as written
 * @param calls the functions that it calls, without their schemas
 */
public record SqlExpression(String text, List<String> calls) {
    /** Functions of defaults that give one statement one value (pg_proc.provolatile is not {@code v}). */
    private static final Set<String> NOT_VOLATILE = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "current_timestamp",
            "localtimestamp",
            "current_time",
            "localtime",
            "current_setting",
            "to_timestamp",
            "to_date",
            "to_char",
            "to_number",
            "date_trunc",
            "date_part",
            "extract",
            "make_date",
            "make_interval",
            "make_timestamp",
            "make_timestamptz",
            "timezone",
            "age",
            "lower",
            "upper",
            "initcap",
            "trim",
            "btrim",
            "ltrim",
            "rtrim",
            "concat",
            "concat_ws",
            "format",
            "replace",
            "substring",
            "substr",
            "left",
            "right",
            "lpad",
            "rpad",
            "repeat",
            "md5",
            "encode",
            "decode",
            "sha256",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "array_fill",
            "string_to_array",
            "json_build_object",
            "json_build_array",
            "jsonb_build_object",
            "jsonb_build_array",
            "to_json",
            "to_jsonb",
            "abs",
            "round",
            "ceil",
            "floor",
            "mod",
            "power",
            "length",
            "char_length",
            "point",
            "daterange",
            "tstzrange",
            "int4range",
            "int8range",
            "numrange",
            "row",
            "array",
            "cast",
            "current_database",
            "current_schema",
            "to_tsvector",
            "hashtext");

    public SqlExpression {
        Objects.requireNonNull(text);
        calls = List.copyOf(calls);
    }

    /** Whether it is NULL, which is what a column without a default has. */
    public boolean isNull() {
        String bare = text.strip();
        return bare.equalsIgnoreCase("null") || bare.regionMatches(true, 0, "null::", 0, "null::".length());
    }

    /** Whether it may give every row another value; so does every function that nothing is known of. */
    public boolean mayBeVolatile() {
        return mayBeVolatile(Set.of());
    }

    /**
     * The same where more is known.
     *
     * @param steady names of functions that give one statement one value
     */
    public boolean mayBeVolatile(Set<String> steady) {
        return calls.stream().anyMatch(call -> !NOT_VOLATILE.contains(call) && !steady.contains(call));
    }
}
