package dev.schemawatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.schemawatch.cli.CommandFailure;
import dev.schemawatch.config.AppConfig;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerEndTest {
    private final List<Integer> halted = new ArrayList<>();
    private final ContainerEnd end = new ContainerEnd(new AppConfig.Http("127.0.0.1", 9464), halted::add);

    @Test
    void gives_the_status_of_the_daemon() {
        end.accept(0, null);

        assertThat(end.status()).isZero();
        assertThat(halted).isEmpty();
    }

    @Test
    void names_address_and_setting_when_the_port_is_taken() {
        end.accept(1, new IllegalStateException("starting", new BindException("Address already in use")));

        assertThatThrownBy(end::status)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("127.0.0.1:9464", "http.port", "SCHEMAWATCH_HTTP_PORT");
    }

    @Test
    void names_address_and_setting_when_the_host_is_unknown() {
        ContainerEnd nowhere = new ContainerEnd(new AppConfig.Http("nosuch.invalid", 9464), halted::add);
        nowhere.accept(1, new IllegalStateException("starting", new UnknownHostException("nosuch.invalid")));

        assertThatThrownBy(nowhere::status)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("nosuch.invalid:9464", "http.host", "SCHEMAWATCH_HTTP_HOST");
    }

    @Test
    void shows_an_ipv6_address_as_it_is_in_a_url() {
        ContainerEnd taken = new ContainerEnd(new AppConfig.Http("::1", 9464), halted::add);
        taken.accept(1, new BindException("Address already in use"));

        assertThatThrownBy(taken::status).hasMessageContaining("[::1]:9464");
    }

    @Test
    void hides_no_other_fault() {
        IllegalArgumentException fault = new IllegalArgumentException("broken");
        end.accept(1, fault);

        assertThatThrownBy(end::status).isSameAs(fault);
    }

    @Test
    void a_signal_while_it_starts_ends_the_process() {
        end.accept(143, null);
        end.accept(130, null);

        assertThat(halted).containsExactly(0, 130);
    }
}
