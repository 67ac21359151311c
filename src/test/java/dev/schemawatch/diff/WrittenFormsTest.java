package dev.schemawatch.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.schema.ColumnType;
import dev.schemawatch.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenFormsTest {
    private final WrittenForms forms = new WrittenForms();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    text                   | 'a'                 | 'a'::text                          | EQUAL
                    text                   | 'it''s'             | E'it\\'s'::text                    | EQUAL
                    text                   | 'a'                 | 'b'::text                          | DIFFERENT
                    text                   | 'A'                 | 'a'::text                          | DIFFERENT
                    text                   | $$a$$               | 'a'                                | EQUAL
                    text                   | 'a'                 | CAST('a' AS varchar)               | EQUAL
                    text                   | 'abc'               | 'abc'::varchar(2)                  | UNDECIDED
                    text                   | NULL                | NULL::text                         | EQUAL
                    text                   | NULL                | ''::text                           | DIFFERENT
                    character varying(50)  | 'a'                 | 'a'::character varying             | EQUAL
                    character(5)           | 'abc'               | 'abc  '::bpchar                    | EQUAL
                    integer                | 0                   | '0'::integer                       | EQUAL
                    integer                | -1                  | '-1'::integer                      | EQUAL
                    integer                | -1                  | (-1)                               | EQUAL
                    integer                | 1                   | 2                                  | DIFFERENT
                    numeric(65,30)         | 1.5                 | 1.50                               | EQUAL
                    numeric(65,30)         | 1.5                 | 1.5::numeric(65,30)                | EQUAL
                    numeric(4,1)           | 1.55                | 1.6                                | UNDECIDED
                    numeric                | 1.7                 | 1.7::integer                       | UNDECIDED
                    double precision       | 1e3                 | '1000'::double precision           | EQUAL
                    boolean                | true                | TRUE                               | EQUAL
                    boolean                | 't'                 | true                               | EQUAL
                    boolean                | true                | false                              | DIFFERENT
                    jsonb                  | '{"a":1}'           | '{"a":1}'::jsonb                   | EQUAL
                    jsonb                  | '{"a":1}'           | '{"a": 1}'::jsonb                  | UNDECIDED
                    jsonb                  | '{}'::json          | '{}'::jsonb                        | EQUAL
                    bit(3)                 | B'101'              | '101'::"bit"                       | EQUAL
                    date                   | DATE '2020-01-01'   | '2020-01-01'::date                 | EQUAL
                    date                   | '2020-1-1'          | '2020-01-01'::date                 | UNDECIDED
                    text[]                 | ARRAY['a','b']      | ARRAY['a'::text, 'b'::text]        | EQUAL
                    text[]                 | ARRAY['a']::TEXT[]  | '{a}'::text[]                      | EQUAL
                    text[]                 | ARRAY[]::TEXT[]     | '{}'::text[]                       | EQUAL
                    text[]                 | ARRAY['a"b','NULL'] | '{"a\\"b","NULL"}'                 | EQUAL
                    text[]                 | ARRAY[NULL]         | '{NULL}'                           | EQUAL
                    text[]                 | ARRAY['a','b']      | ARRAY['b','a']                     | DIFFERENT
                    text[]                 | ARRAY['a']          | '{a,b}'                            | DIFFERENT
                    integer[]              | ARRAY[1,2]          | '{1,2}'                            | EQUAL
                    timestamp without time zone(3) | CURRENT_TIMESTAMP | now()                        | EQUAL
                    timestamp without time zone(3) | now()             | CURRENT_TIMESTAMP(3)         | EQUAL
                    timestamp without time zone(3) | now()             | CURRENT_TIMESTAMP(0)         | UNDECIDED
                    timestamp without time zone(3) | now()             | LOCALTIMESTAMP               | EQUAL
                    timestamp without time zone(3) | now()             | (now())::timestamp without time zone | EQUAL
                    timestamp without time zone(3) | now()             | '2020-01-01'::timestamp      | DIFFERENT
                    timestamp without time zone(3) | now() at time zone 'utc' | timezone('utc'::text, now()) | EQUAL
                    timestamp without time zone(3) | now()             | (now() + '1 day'::interval)  | DIFFERENT
                    date                   | now()::date         | CURRENT_DATE                       | UNDECIDED
                    uuid                   | gen_random_uuid()   | public.gen_random_uuid()           | EQUAL
                    uuid                   | gen_random_uuid()   | uuid_generate_v4()                 | DIFFERENT
                    text                   | gen_random_uuid()   | (gen_random_uuid())::text          | EQUAL
                    text                   | nanoid(10)          | nanoid(21)                         | DIFFERENT
                    text                   | f('a')              | f('b')                             | UNDECIDED
                    text                   | lower('A')          | 'a'                                | DIFFERENT
                    text                   | f('a') + 1       | f('a')                             | DIFFERENT
                    timestamp without time zone(3) | now() | (now() AT TIME ZONE 'utc'::text)         | DIFFERENT
                    timestamp without time zone(3) | (now() AT TIME ZONE 'UTC') | timezone('utc'::text, now()) | EQUAL
                    text                   | a  +  'x'           | A + 'x'                            | EQUAL
                    text                   | 'open               | 'open'                             | UNDECIDED
                    """)
    void compares_two_spellings(String type, String expected, String actual, Comparison verdict) {
        assertThat(forms.compare(type(type), expected, actual)).isEqualTo(verdict);
        assertThat(forms.compare(type(type), actual, expected)).isEqualTo(verdict);
    }

    @Test
    void the_label_of_an_enum_is_known_by_its_text_and_another_one_is_left_to_the_server() {
        ColumnType role = ColumnType.of(new QualifiedName("public", "Role"));
        assertThat(forms.compare(role, "'ADMIN'", "'ADMIN'::public.\"Role\"")).isEqualTo(Comparison.EQUAL);
        assertThat(forms.compare(role, "'ADMIN'", "'USER'::public.\"Role\"")).isEqualTo(Comparison.UNDECIDED);
    }

    @Test
    void an_array_becomes_a_literal_that_postgresql_reads() {
        assertThat(WrittenForms.constant(type("text[]"), "ARRAY['a\"b', NULL, 'c\\d']::text[]"))
                .contains("{\"a\\\"b\",NULL,\"c\\\\d\"}");
    }

    @Test
    void a_call_is_no_constant() {
        assertThat(WrittenForms.constant(type("text"), "pg_sleep(10)")).isEmpty();
    }

    @Test
    void very_long_and_very_deep_texts_are_survived() {
        String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);
        assertThat(forms.compare(type("integer"), deep, "1")).isEqualTo(Comparison.UNDECIDED);
        String text = "'" + "a''".repeat(100_000) + "'";
        assertThat(forms.compare(type("text"), text, text + "::text")).isEqualTo(Comparison.EQUAL);
    }

    @Property
    void any_string_is_equal_to_itself_however_it_is_quoted(@ForAll String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        String escaped = "E'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
        assertThat(forms.compare(type("text"), quoted, escaped + "::text")).isEqualTo(Comparison.EQUAL);
    }

    @Property
    void no_text_makes_it_throw(@ForAll String expected, @ForAll String actual) {
        forms.compare(type("text[]"), expected, actual);
        forms.compare(type("integer"), "ARRAY[" + expected, "'{" + actual + "}'");
    }

    private static ColumnType type(String text) {
        boolean list = text.endsWith("[]");
        String scalar = list ? text.substring(0, text.length() - 2) : text;
        int open = scalar.indexOf('(');
        List<String> modifiers = open < 0
                ? List.of()
                : Arrays.asList(scalar.substring(open + 1, scalar.length() - 1).split(",", -1));
        return new ColumnType(open < 0 ? scalar : scalar.substring(0, open), "", modifiers, list);
    }
}
