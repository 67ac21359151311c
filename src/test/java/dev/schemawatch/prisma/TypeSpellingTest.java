package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.schema.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeSpellingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tsvector                         | tsvector
            INT8                             | bigint
            varchar(30)                      | character varying(30)
            CHAR                             | character(1)
            numeric(10, 3)                   | numeric(10,3)
            dec(4)                           | numeric(4,0)
            float(20)                        | real
            float(53)                        | double precision
            timestamptz(3)                   | timestamp(3) with time zone
            timestamp (3) with time zone     | timestamp(3) with time zone
            time                             | time without time zone
            bit  varying(3)                  | bit varying(3)
            text[]                           | text[]
            int4[3][]                        | integer[]
            _text                            | text[]
            pg_catalog.int4                  | integer
            "char"                           | "char"
            geometry(Point, 4326)            | geometry(Point,4326)
            vector(3)                        | vector(3)
            Citext                           | citext
            """)
    void spells_as_format_type_does(String written, String canonical) {
        assertThat(TypeSpelling.canonical(written).display()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            public."Mixed Case" | public | Mixed Case
            "My.Schema".thing   | My.Schema | thing
            """)
    void reads_a_schema_and_quotes(String written, String schema, String name) {
        ColumnType type = TypeSpelling.canonical(written);

        assertThat(type.schema()).isEqualTo(schema);
        assertThat(type.name()).isEqualTo(name);
    }
}
