package dev.schemawatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.report.Paint;
import dev.schemawatch.setup.Overrides;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaunchTest {

    @Test
    void comes_out_of_the_arguments_as_it_went_in() {
        Launch launch = new Launch(
                Path.of("/work dir"),
                new Overrides(Optional.of("c.yaml"), Optional.empty(), Optional.of("m")),
                Paint.COLOURS);
        assertThat(Launch.of(launch.arguments())).isEqualTo(launch);
    }
}
