package dev.schemawatch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the house to its plan: who may use whom, and what may be touched where. */
class ArchitectureTest {

    private static final String BASE = "dev.schemawatch";

    /** The value packages: what reports, metrics and alerts are made from. */
    private static final List<String> VALUES =
            List.of("finding", "schema", "workspace", "prisma", "sql", "migration", "env", "diff");

    /** Package to the packages of ours that it may use, beside itself. "*" is every package but those marked with "!". */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            entry("finding", List.of()),
            entry("schema", List.of()),
            entry("workspace", List.of()),
            entry("prisma", List.of("workspace", "finding", "schema")),
            entry("prisma.validation", List.of("prisma", "finding")),
            entry("sql", List.of("finding", "schema")),
            entry("migration", List.of("workspace", "finding", "sql")),
            entry("env", List.of("workspace", "finding")),
            entry("diff", List.of("schema")),
            entry("plan", List.of("schema", "diff")),
            entry("convention", List.of()),
            entry("check", plus(VALUES, "convention")),
            entry(
                    "checks",
                    List.of(
                            "check",
                            "finding",
                            "prisma",
                            "env",
                            "migration",
                            "replay",
                            "checks.prisma",
                            "checks.convention",
                            "checks.migration",
                            "checks.safety",
                            "checks.env",
                            "checks.file")),
            entry("checks.prisma", List.of("check", "convention", "finding", "schema", "workspace", "prisma")),
            entry("checks.convention", List.of("check", "convention", "finding", "prisma")),
            entry(
                    "checks.migration",
                    List.of("check", "convention", "finding", "schema", "workspace", "sql", "migration")),
            entry("checks.safety", List.of("check", "finding", "sql", "migration")),
            entry("checks.file", List.of("check", "finding", "workspace")),
            entry("checks.env", List.of("check", "finding", "workspace", "env")),
            entry("engine", plus(VALUES, "check", "prisma.validation")),
            entry("localserver", List.of()),
            entry("postgres", List.of("schema", "diff", "sql", "migration", "env", "engine")),
            entry("replay", List.of("finding", "workspace", "sql", "migration")),
            entry(
                    "scratch",
                    List.of(
                            "localserver",
                            "finding",
                            "workspace",
                            "sql",
                            "migration",
                            "env",
                            "replay",
                            "postgres",
                            "engine")),
            entry(
                    "dryrun",
                    List.of(
                            "finding",
                            "schema",
                            "sql",
                            "diff",
                            "plan",
                            "workspace",
                            "migration",
                            "env",
                            "engine",
                            "check",
                            "config",
                            "setup",
                            "localserver",
                            "postgres",
                            "replay",
                            "scratch")),
            entry("git", List.of("workspace")),
            entry("watch", List.of("workspace", "prisma", "git")),
            entry(
                    "doctor",
                    List.of(
                            "finding",
                            "workspace",
                            "env",
                            "engine",
                            "check",
                            "checks",
                            "checks.env",
                            "git",
                            "hook",
                            "watch",
                            "setup",
                            "config",
                            "localserver",
                            "postgres")),
            entry("report", plus(VALUES, "plan", "engine", "doctor", "config", "replay")),
            entry("metrics", plus(VALUES, "engine", "watch")),
            entry("alert", plus(VALUES, "engine")),
            entry("config", List.of("finding", "convention", "workspace")),
            entry("setup", plus(VALUES, "config", "convention", "check", "checks", "watch")),
            entry(
                    "hook",
                    plus(VALUES, "git", "watch", "config", "setup", "check", "checks", "checks.migration", "engine")),
            entry("build", List.of()),
            entry("scaffold", plus(VALUES, "check", "setup", "sql")),
            entry("daemon", List.of("*", "!cli", "!demo")),
            entry("cli", List.of("*", "!demo")),
            entry("demo", List.of("*")),
            entry("", List.of("*")));

    /** The packages that touch the world; everything else is values and functions. */
    private static final String[] EDGES =
            inBase("postgres", "scratch", "localserver", "git", "watch", "daemon", "cli", "demo", "metrics", "alert");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/jandex"))
            .importPackages(BASE);

    @Test
    void there_are_classes_to_judge() {
        assertThat(CLASSES.size()).isGreaterThan(30);
    }

    @Test
    void every_package_is_in_the_table() {
        Set<String> packages = CLASSES.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> relative(type.getPackageName()))
                .collect(Collectors.toSet());
        assertThat(MAY_USE.keySet()).containsAll(packages);
    }

    @TestFactory
    Stream<DynamicTest> a_package_uses_only_what_the_table_allows() {
        return MAY_USE.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name.isEmpty() ? BASE : name, () -> {
                    DescribedPredicate<JavaClass> own = resideInAPackage(absolute(name));
                    noClasses()
                            .that(own)
                            .should()
                            .dependOnClassesThat(
                                    resideInAPackage(BASE + "..").and(DescribedPredicate.not(allowedTo(name))))
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        List<String> unmarked = new ArrayList<>();
        for (String name : MAY_USE.keySet()) {
            if (CLASSES.containPackage(absolute(name))) {
                JavaPackage here = CLASSES.getPackage(absolute(name));
                if (here.getClasses().stream()
                                .anyMatch(type -> !type.getSimpleName().equals("package-info"))
                        && !here.isAnnotatedWith(NullMarked.class)) {
                    unmarked.add(absolute(name));
                }
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void static_fields_are_final() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(writtenByHand())
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void fields_are_final_outside_the_edges() {
        fields().that()
                .areDeclaredInClassesThat(writtenByHand())
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.not(resideInAnyPackage(EDGES)))
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.not(isScanner()))
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void jdbc_stays_in_postgres_and_scratch() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inBase("postgres", "scratch"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "io.agroal..")
                .check(CLASSES);
    }

    @Test
    void the_disk_is_touched_at_the_edges_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        inBase("git", "watch", "setup", "hook", "cli", "localserver", "demo", "daemon", "postgres"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .check(CLASSES);
    }

    @Test
    void the_container_is_known_at_the_edges_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inBase("", "daemon", "cli", "metrics", "alert", "demo"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..")
                .check(CLASSES);
    }

    @Test
    void nobody_prints_past_the_commands_writers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inBase(""))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void the_time_of_day_enters_at_the_top() {
        noClasses()
                .that()
                .resideOutsideOfPackages(inBase("", "daemon", "cli", "demo"))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> allowedTo(String name) {
        List<String> allowed = MAY_USE.getOrDefault(name, List.of());
        if (!allowed.contains("*")) {
            return resideInAnyPackage(inBase(plus(allowed, name).toArray(String[]::new)));
        }
        String[] refused = allowed.stream()
                .filter(other -> other.startsWith("!"))
                .map(other -> other.substring(1))
                .toArray(String[]::new);
        return DescribedPredicate.not(resideInAnyPackage(inBase(refused)));
    }

    /** A lexer or parser walks over its text with a cursor: the one mutable thing that a pure package may hold. */
    private static DescribedPredicate<JavaClass> isScanner() {
        return DescribedPredicate.describe(
                "walk over text or tokens",
                type -> type.getSimpleName().matches(".*(Lexer|Parser|Scanner|Cursor|Reader)$"));
    }

    private static DescribedPredicate<JavaClass> writtenByHand() {
        return DescribedPredicate.describe(
                "are written by hand",
                type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !type.getName().contains("_"));
    }

    private static List<String> plus(List<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more)).toList();
    }

    private static String[] inBase(String... names) {
        return Stream.of(names).map(ArchitectureTest::absolute).toArray(String[]::new);
    }

    private static String absolute(String name) {
        return name.isEmpty() ? BASE : BASE + "." + name;
    }

    private static String relative(String packageName) {
        return packageName.equals(BASE) ? "" : packageName.substring(BASE.length() + 1);
    }
}
