package dev.schemawatch.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.support.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each check on its fixtures, from files on the disk to findings. */
final class CheckFixturesTest {

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_check_says_of_its_fixture_what_is_written_beside_it(CheckFixture fixture, @TempDir Path folder) {
        String said = fixture.said(folder);
        if (fixture.isOk()) {
            assertThat(said).as("an ok fixture has no findings").isEmpty();
        } else {
            assertThat(said.contains("skipped " + fixture.rule())).isEqualTo(fixture.isSkipped());
            assertThat(said).isNotEmpty();
            Golden.assertMatches(fixture.expected(), said);
        }
    }

    static List<CheckFixture> fixtures() {
        return CheckFixture.all();
    }
}
