package dev.schemawatch.env;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a single value. */
class ValueRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "undefined",
                "postgresql://undefined:x@localhost/shop",
                "postgresql://app:null@localhost/shop",
                "postgresql://app@undefined:5432/shop",
                "postgresql://app@db.undefined.eu/shop",
                "postgresql://app@localhost/undefined",
                "postgresql://app@localhost/shop_undefined?schema=public",
                "postgresql://app@localhost/shop?connection_limit=undefined",
                "postgresql://app@localhost:NaN/shop",
                "https://null.example.com",
                "[object Object]",
                "https://example.com/?q=%5Bobject%20Object%5D",
                "postgresql://app@localhost/shop?schema=null",
                "schema=public&limit=NaN",
                "uploads-undefined",
                "undefined.example.com",
                "app_undefined",
                "undefined-1",
                "uploads-[object Object]",
                " null "
            })
    void a_placeholder_is_seen(String value) {
        assertThat(Placeholder.in(value)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/dev/null",
                "nullable",
                "leave undefined alone",
                "this is undefined behaviour",
                "{\"a\":null}",
                "{\"a\":\"undefined\"}",
                "[null,1]",
                "a,null,b",
                "see [object Object] here",
                "null-modem",
                "NaNcy",
                "postgresql://app:nullify@localhost/shop",
                "https://example.com/undefinedness",
                "Undefined",
                "https://nullschool.net"
            })
    void a_word_that_contains_one_is_none(String value) {
        assertThat(Placeholder.in(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1,      true",
        "+7,     true",
        "10,     true",
        "0,      false",
        "11,     false",
        "-1,     false",
        "1.0,    false",
        "5 MB,   false",
        "0x5,    false",
        "'',     false",
        "99999999999999999999999, false"
    })
    void a_range_admits_whole_numbers_within_it(String text, boolean admitted) {
        assertThat(new IntegerRange(Optional.of(1), Optional.of(10)).admits(text))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "HEX,          c0ffee00,  true",
        "HEX,          C0FFEE00,  true",
        "HEX,          c0ffee0g,  false",
        "HEX,          c0ffee,    false",
        "HEX,          '٠٠٠٠٠٠٠٠', false",
        "BASE64,       'ab+/cd==', true",
        "BASE64,       'ab-_cd==', false",
        "BASE64URL,    'ab-_cd==', true",
        "ALPHANUMERIC, 'ab12cd34', true",
        "ALPHANUMERIC, 'ab12cd3_', false"
    })
    void a_secret_has_its_length_and_its_characters(SecretShape.Charset charset, String text, boolean admitted) {
        assertThat(new SecretShape(Optional.of(8), Optional.empty(), Optional.of(charset)).admits(text))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://app@localhost:6543/shop, true",
        "postgresql://app@localhost:5432/shop?pgbouncer=true, true",
        "postgresql://app@ep-x-1-pooler.eu-central-1.aws.neon.tech/shop, true",
        "postgresql://app@localhost:5432/shop, false",
        "postgresql://app@aws-0-eu.pooler.supabase.com:5432/shop, false",
        "postgresql://app@my-pooler/shop, false"
    })
    void a_pool_is_known_by_its_port_its_parameter_or_its_host(String url, boolean pooled) {
        ConnectionUrl.Parsed.Valid valid = (ConnectionUrl.Parsed.Valid) ConnectionUrl.parse(url);
        assertThat(valid.url().isPooled()).isEqualTo(pooled);
    }
}
