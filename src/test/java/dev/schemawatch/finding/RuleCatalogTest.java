package dev.schemawatch.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RuleCatalogTest {
    private static final Rule DROP = Rule.named("column-dropped", Severity.WARNING)
            .formerly("drop-column")
            .alias("sqltool", "ban-drop-column");
    private static final Rule TABLE = Rule.named("table-dropped", Severity.WARNING)
            .alias("sqltool", "ban-drop")
            .alias("atlas", "DS102");
    private static final Rule VIEW =
            Rule.named("view-dropped", Severity.WARNING).alias("sqltool", "ban-drop");

    private final RuleCatalog catalog = new RuleCatalog(List.of(VIEW, TABLE, DROP));

    @Test
    void lists_rules_by_id() {
        assertThat(catalog.rules()).containsExactly(DROP, TABLE, VIEW);
    }

    @Test
    void finds_a_rule_by_its_id_and_by_a_former_one() {
        assertThat(catalog.find("column-dropped")).contains(DROP);
        assertThat(catalog.find("drop-column")).contains(DROP);
        assertThat(catalog.find("ban-drop-column")).isEmpty();
    }

    @Test
    void finds_all_rules_that_another_tool_has_under_one_name() {
        assertThat(catalog.findByAlias("ban-drop")).containsExactly(TABLE, VIEW);
        assertThat(catalog.findByAlias("column-dropped")).isEmpty();
    }

    @Test
    void suggests_a_name_that_is_close() {
        assertThat(catalog.unknown("colum-dropped"))
                .isEqualTo("There is no rule colum-dropped. Did you mean column-dropped?");
        assertThat(catalog.unknown("something")).isEqualTo("There is no rule something.");
    }

    @Test
    void leads_from_the_name_in_another_tool_to_ours() {
        assertThat(catalog.unknown("DS102"))
                .isEqualTo("There is no rule DS102. What atlas calls so is table-dropped here.");
        assertThat(catalog.unknown("ban-drop"))
                .isEqualTo("There is no rule ban-drop. What sqltool calls so is table-dropped or view-dropped here.");
    }
}
