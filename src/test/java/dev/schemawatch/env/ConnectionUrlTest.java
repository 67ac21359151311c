package dev.schemawatch.env;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.env.ConnectionUrl.Parsed;
import dev.schemawatch.env.ConnectionUrl.Tls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {

    @Test
    void reads_every_part() {
        ConnectionUrl url = valid("postgres://app:p%40ss@db.example:6543/shop?schema=tenant");
        assertThat(url.user()).contains("app");
        assertThat(url.password().orElseThrow().value()).isEqualTo("p@ss");
        assertThat(url.host()).isEqualTo("db.example");
        assertThat(url.port()).isEqualTo(6543);
        assertThat(url.database()).isEqualTo("shop");
        assertThat(url.schema()).isEqualTo("tenant");
    }

    @Test
    void fills_in_what_prisma_fills_in() {
        ConnectionUrl url = valid("postgresql://");
        assertThat(url.display()).isEqualTo("localhost:5432/postgres");
        assertThat(url.schema()).isEqualTo("public");
        assertThat(url.connectTimeout()).contains(Duration.ofSeconds(5));
        assertThat(url.socketTimeout()).isEmpty();
        assertThat(url.tls().mode()).isEqualTo(Tls.Mode.PREFER);
        assertThat(url.tls().verify()).isFalse();
    }

    @Test
    void a_password_may_hold_an_at_sign_as_it_is() {
        ConnectionUrl url = valid("postgresql://app:a@b@host/shop");
        assertThat(url.password().orElseThrow().value()).isEqualTo("a@b");
        assertThat(url.host()).isEqualTo("host");
    }

    @Test
    void a_password_that_is_not_utf8_stays_encoded() {
        assertThat(valid("postgresql://app:%FF@host/shop")
                        .password()
                        .orElseThrow()
                        .value())
                .isEqualTo("%FF");
    }

    @Test
    void the_host_parameter_names_a_socket_folder() {
        ConnectionUrl url = valid("postgresql://app@localhost/shop?host=%2Fvar%2Frun%2Fpostgresql");
        assertThat(url.host()).isEqualTo("/var/run/postgresql");
        assertThat(url.isSocketFile()).isTrue();
    }

    @Test
    void brackets_of_an_ipv6_address_are_not_part_of_it() {
        ConnectionUrl url = valid("postgresql://[2001:db8::1]:5433/shop");
        assertThat(url.host()).isEqualTo("2001:db8::1");
        assertThat(url.port()).isEqualTo(5433);
        assertThat(url.display()).isEqualTo("[2001:db8::1]:5433/shop");
    }

    @Test
    void a_database_is_not_percent_decoded() {
        assertThat(valid("postgresql://host/my%20shop").database()).isEqualTo("my%20shop");
    }

    @Test
    void an_empty_database_is_named_after_the_user() {
        assertThat(valid("postgresql://app@host/").database()).isEqualTo("app");
    }

    @Test
    void the_last_of_two_parameters_counts() {
        assertThat(valid("postgresql://host/shop?schema=a&schema=b").schema()).isEqualTo("b");
    }

    @Test
    void zero_is_no_connect_timeout() {
        assertThat(valid("postgresql://host/shop?connect_timeout=0").connectTimeout())
                .isEmpty();
    }

    @Test
    void tls_parameters_are_read() {
        Tls tls = valid("postgresql://host/shop?sslmode=require&sslaccept=strict&sslcert=ca.pem"
                        + "&sslidentity=me.p12&sslpassword=CANARY-tls")
                .tls();
        assertThat(tls.mode()).isEqualTo(Tls.Mode.REQUIRE);
        assertThat(tls.verify()).isTrue();
        assertThat(tls.rootCertificate()).contains("ca.pem");
        assertThat(tls.identity()).contains("me.p12");
        assertThat(tls.toString()).doesNotContain("CANARY");
    }

    @Test
    void a_verifying_sslmode_counts_and_is_warned_about() {
        Parsed.Valid read = (Parsed.Valid) ConnectionUrl.parse("postgresql://host/shop?sslmode=verify-full");
        assertThat(read.url().tls().mode()).isEqualTo(Tls.Mode.VERIFY_FULL);
        assertThat(read.warnings()).singleElement().asString().contains("sslmode", "prefer");
    }

    @Test
    void an_unknown_parameter_is_named_and_ignored() {
        Parsed.Valid read = (Parsed.Valid) ConnectionUrl.parse("postgresql://host/shop?keepalives=1");
        assertThat(read.warnings()).containsExactly("keepalives is unknown to Prisma, which ignores it.");
    }

    @Test
    void a_parameter_of_libpq_is_told_what_prisma_has_instead() {
        Parsed.Valid read = (Parsed.Valid) ConnectionUrl.parse("postgresql://host/shop?sslrootcert=x&sslkey=y");
        assertThat(read.warnings())
                .satisfiesExactly(
                        authority -> assertThat(authority).contains("sslrootcert", "sslcert", "sslaccept=strict"),
                        client -> assertThat(client).contains("sslkey", "PKCS#12", "sslidentity"));
    }

    @Test
    void a_hash_that_cuts_the_url_short_is_warned_about() {
        Parsed.Valid read = (Parsed.Valid) ConnectionUrl.parse("postgresql://app:123#CANARY@host/shop");
        assertThat(read.url().host()).isEqualTo("app");
        assertThat(read.warnings()).singleElement().asString().contains("#").doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection_limit",
                "pool_timeout",
                "connect_timeout",
                "socket_timeout",
                "statement_cache_size",
                "max_connection_lifetime",
                "max_idle_connection_lifetime",
                "pgbouncer"
            })
    void a_wrong_value_names_its_parameter_and_not_the_value(String parameter) {
        assertThat(problems("postgresql://host/shop?" + parameter + "=CANARY"))
                .singleElement()
                .asString()
                .startsWith(parameter + " is ")
                .doesNotContain("CANARY");
    }

    @Test
    void all_problems_come_at_once() {
        assertThat(problems("postgresql://host:x/shop?pgbouncer=1&pool_timeout=z"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    prisma://accelerate.example/?api_key=CANARY      | proxy
                    prisma+postgres://localhost:51213/?api_key=CANARY| proxy
                    file:./dev.db                                    | SQLite
                    mysql://root:CANARY@localhost/shop               | PostgreSQL only
                    jdbc:postgresql://localhost/CANARY               | Java
                    POSTGRESQL://app:CANARY@localhost/shop           | must begin with
                    undefined                                        | must begin with
                    ''                                               | empty
                    postgresql://app:CANARY#1@localhost:5432/shop    | percent-encoded
                    postgresql://app:CANARY/1@localhost:5432/shop    | percent-encoded
                    postgresql://app:CANARY?1@localhost:5432/shop    | percent-encoded
                    postgresql://app:CANARY@localhost:99999/shop     | port
                    postgresql://app:CANARY@/shop                    | no host
                    postgresql://app:CANARY@h1:1,h2:2/shop           | port
                    postgresql://app:CANARY@[zz]/shop                | IPv6
                    postgresql://app:CANARY@[::1]x/shop              | IPv6
                    """)
    void what_is_no_usable_url_gets_a_sentence_without_its_values(String text, String expected) {
        assertThat(problems(text)).first().asString().contains(expected).doesNotContain("CANARY");
    }

    @Test
    void the_same_database_is_seen_behind_other_users_and_schemas() {
        ConnectionUrl main = valid("postgresql://app:x@localhost/shop?schema=a");
        assertThat(main.sameDatabaseAs(valid("postgres://other@127.0.0.1:5432/shop?schema=b")))
                .isTrue();
        assertThat(main.sameDatabaseAs(valid("postgresql://app:x@localhost/shop_shadow")))
                .isFalse();
    }

    @Property
    void an_encoded_password_is_read_back_and_never_shown(@ForAll @NotEmpty String secret) {
        String password = "CANARY" + secret;
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
        ConnectionUrl url = valid("postgresql://app:" + encoded + "@host/shop");
        assertThat(url.password().orElseThrow().value())
                .isEqualTo(new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertThat(url.toString()).doesNotContain("CANARY");
    }

    @Property
    void no_text_makes_it_throw(@ForAll String text, @ForAll @IntRange(max = 12) int prefix) {
        ConnectionUrl.parse("postgresql:".substring(0, Math.min(prefix, 11)) + text);
        ConnectionUrl.parse("postgresql://" + text);
        ConnectionUrl.parse("postgresql://a:b@[" + text);
        ConnectionUrl.parse("postgresql://host/?" + text);
    }

    private static ConnectionUrl valid(String text) {
        return switch (ConnectionUrl.parse(text)) {
            case Parsed.Valid valid -> valid.url();
            case Parsed.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static List<String> problems(String text) {
        return switch (ConnectionUrl.parse(text)) {
            case Parsed.Valid valid -> throw new AssertionError("read as " + valid.url());
            case Parsed.Invalid invalid -> invalid.problems();
        };
    }
}
