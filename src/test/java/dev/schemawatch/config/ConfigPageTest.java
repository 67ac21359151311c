package dev.schemawatch.config;

import dev.schemawatch.support.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigPageTest {

    @Test
    void the_page_in_the_documentation_is_what_the_keys_say() {
        Golden.assertMatches(Path.of("src/site/markdown/configuration.md"), ConfigPage.markdown());
    }
}
