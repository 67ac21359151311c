package dev.schemawatch.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.migration.HistoryRules;
import dev.schemawatch.replay.ReplayRules;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every check owes: a place in the list and a rule of its own; and what every rule does, one of the readers too: a page's
 * worth of words, and fixtures of both kinds.
 */
final class CheckContractTest {

    @Test
    void every_class_that_is_a_check_is_listed() {
        Set<String> classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.schemawatch").stream()
                        .filter(type -> type.isAssignableTo(Check.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
        assertThat(checks().map(check -> check.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(classes)
                .isNotEmpty();
    }

    @Test
    void every_rule_that_the_code_declares_is_listed() throws IllegalAccessException {
        Set<Rule> declared = new HashSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.schemawatch")) {
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Rule.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    Field constant = field.reflect();
                    constant.setAccessible(true);
                    declared.add((Rule) constant.get(null));
                }
            }
        }
        assertThat(Checks.rules()).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void every_check_is_a_final_class() {
        assertThat(new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("dev.schemawatch.checks..")
                                .stream()
                                .filter(type -> type.isAssignableTo(Check.class) && !type.isInterface())
                                .filter(type -> !type.getModifiers().contains(JavaModifier.FINAL)))
                .isEmpty();
    }

    @Test
    void ids_and_former_ids_are_unique_and_sorted() {
        List<String> ids = rules().flatMap(rule -> Stream.concat(Stream.of(rule.id()), rule.formerIds().stream()))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(checks().map(check -> check.rule().id())).isSorted();
        assertThat(rules().map(Rule::id)).isSorted();
    }

    @Test
    void every_fixture_belongs_to_a_rule_and_says_its_kind() {
        Set<String> ids = rules().map(Rule::id).collect(Collectors.toSet());
        assertThat(CheckFixture.all()).isNotEmpty().allSatisfy(fixture -> {
            assertThat(ids).contains(fixture.rule());
            assertThat(fixture.isBad() || fixture.isOk() || fixture.isSkipped())
                    .as("%s is named bad-, ok- or skipped-", fixture)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_has_words(Rule rule) {
        assertThat(rule.summary()).isNotBlank();
        assertThat(rule.why()).isNotBlank();
        assertThat(rule.instead()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("rulesOfFiles")
    void a_rule_of_files_has_fixtures_of_both_kinds(Rule rule) {
        assertThat(CheckFixture.of(rule.id())).anyMatch(CheckFixture::isBad).anyMatch(CheckFixture::isOk);
    }

    static Stream<Rule> rules() {
        return Checks.rules().stream();
    }

    /** What is found in a database cannot be a folder of files; the tests of {@code drift} and {@code dry-run} have it. */
    static Stream<Rule> rulesOfFiles() {
        return rules().filter(rule ->
                !HistoryRules.all().contains(rule) && !ReplayRules.all().contains(rule));
    }

    private static Stream<Check<?>> checks() {
        return Checks.all(CheckSettings.NONE).stream();
    }
}
