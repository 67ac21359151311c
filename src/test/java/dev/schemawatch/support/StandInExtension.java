package dev.schemawatch.support;

/**
 * Makes a database believe that it has the extension {@code vector}, which is not part of PostgreSQL's own distribution. It is entered
 * into the catalog alone, so that no folder of a server installation has to be written to; its type is stored like
 * {@code varchar}, whose modifier reads the same: {@code vector(512)}.
 */
public final class StandInExtension {
    private static final String VECTOR = """
            INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
            SELECT pg_nextoid('pg_extension', 'oid', 'pg_extension_oid_index'), 'vector', r.oid, n.oid, true, '0.8.0'
            FROM pg_roles r, pg_namespace n
            WHERE r.rolname = current_user AND n.nspname = 'public';
            CREATE TYPE vector;
            CREATE FUNCTION vector_in(cstring, oid, integer) RETURNS vector LANGUAGE internal AS 'varcharin';
            CREATE FUNCTION vector_out(vector) RETURNS cstring LANGUAGE internal AS 'varcharout';
            CREATE FUNCTION vector_typmod_in(cstring[]) RETURNS integer LANGUAGE internal AS 'varchartypmodin';
            CREATE FUNCTION vector_typmod_out(integer) RETURNS cstring LANGUAGE internal AS 'varchartypmodout';
            CREATE TYPE vector (
                INPUT = vector_in, OUTPUT = vector_out, TYPMOD_IN = vector_typmod_in, TYPMOD_OUT = vector_typmod_out,
                INTERNALLENGTH = VARIABLE);
            ALTER EXTENSION vector ADD TYPE vector;
            """;

    private StandInExtension() {}

    /** After this, {@code CREATE EXTENSION IF NOT EXISTS vector} finds it in place. */
    public static void vector(PostgresFixture.Database database) {
        database.execute(VECTOR);
    }
}
