package dev.schemawatch.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageJsonTest {

    @Test
    void reads_the_place_of_the_schema() {
        assertThat(PackageJson.read("{\"prisma\": {\"schema\": \"db/schema.prisma\"}}")
                        .schema())
                .hasValue("db/schema.prisma");
    }

    @Test
    void prefers_the_version_of_prisma_to_that_of_its_client() {
        PackageJson file = PackageJson.read(
                "{\"dependencies\": {\"@prisma/client\": \"5.1.0\"}, \"devDependencies\": {\"prisma\": \"^6.2.1\"}}");

        assertThat(file.prismaMajor()).hasValue(6);
        assertThat(PackageJson.read("{\"dependencies\": {\"@prisma/client\": \"5.1.0\"}}")
                        .prismaMajor())
                .hasValue(5);
    }

    @ParameterizedTest
    @CsvSource({
        "7.3.0, true",
        "=7.0.1, true",
        "~7.3.0, true",
        "7.2.x, true",
        "7.4.0, false",
        "^7.3.0, false",
        "7.30.0, false",
        ">=7.3.0, false",
        "6.19.0, false",
        "7, false"
    })
    void knows_a_pinned_release_that_sends_each_script_as_one_query(String range, boolean whole) {
        assertThat(PackageJson.read("{\"devDependencies\": {\"prisma\": \"" + range + "\"}}")
                        .sendsWhole())
                .isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "^6.19.0, 6",
        "~5, 5",
        "7.x, 7",
        ">=5.10.2, 5",
        "5 || ^6.1, 6",
        "workspace:^7.0.0, 7",
        "npm:@prisma/client@6.1.0, 6",
        "v7.1, 7",
        "latest, ",
        "*, ",
        "workspace:*, ",
        "https://example.com/prisma-6.tgz, "
    })
    void reads_the_major_version_of_a_range(String range, Integer major) {
        assertThat(PackageJson.major(range)).isEqualTo(Optional.ofNullable(major));
    }

    @Test
    void says_nothing_of_what_is_no_json() {
        assertThat(PackageJson.read("{ not json"))
                .isEqualTo(new PackageJson(Optional.empty(), Optional.empty(), false));
        assertThat(PackageJson.read("")).isEqualTo(new PackageJson(Optional.empty(), Optional.empty(), false));
        assertThat(PackageJson.read("[1]")).isEqualTo(new PackageJson(Optional.empty(), Optional.empty(), false));
    }
}
