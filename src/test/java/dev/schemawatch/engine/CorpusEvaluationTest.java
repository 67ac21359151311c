package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.checks.safety.SafetyChecks;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WorkspaceScanner;
import dev.schemawatch.workspace.Workspace;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real repositories are evaluated whole, and have nothing that a check of ours should stop at. */
final class CorpusEvaluationTest {
    /** Preview features that are general by now, of which Prisma 6.19 warns too, and MySQL. */
    private static final Set<String> SAID_BY_PRISMA =
            Set.of(SchemaRules.PREVIEW_FEATURE.id(), SchemaRules.PROVIDER.id());

    /** What would have been safer than what these repositories did is for them to say. */
    private static final Set<String> SAFETY = SafetyChecks.all(CheckSettings.NONE).stream()
            .map(check -> check.rule().id())
            .collect(Collectors.toSet());

    /** What these say fails wherever it runs; and every migration of the corpus ran. */
    private static final Set<String> REFUSED = Set.of(
            "invalid-sql",
            "cannot-run-in-transaction",
            "enum-value-used-too-soon",
            "column-assigned-twice",
            "unbalanced-transaction");

    private final Engine engine = new Engine(Checks.all(CheckSettings.NONE), Checks.standard());

    @ParameterizedTest
    @MethodSource("dev.schemawatch.support.Corpus#repositories")
    void a_real_repository_is_evaluated(String name) {
        Workspace workspace = new WorkspaceScanner(ScanSettings.of(Corpus.path("real/" + name)))
                .scan()
                .workspace();
        Evaluation first = engine.evaluate(Inputs.of(workspace), Memo.empty());
        Evaluation again = engine.evaluate(Inputs.of(workspace), first.memo());

        assertThat(first.outcome().findings())
                .as("but for what Prisma itself warns of, and for another database")
                .filteredOn(finding -> !SAID_BY_PRISMA.contains(finding.rule()) && !SAFETY.contains(finding.rule()))
                .isEmpty();
        assertThat(first.steps()).isPositive();
        assertThat(again.steps()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"documenso", "formbricks", "ghostfolio", "rallly", "trigger.dev"})
    void no_migration_that_ran_is_called_one_that_cannot(String name) {
        Workspace workspace = new WorkspaceScanner(ScanSettings.of(Corpus.path("real/" + name)))
                .scan()
                .workspace();
        Engine everywhere =
                new Engine(Checks.all(CheckSettings.NONE), Checks.standard().everywhere());

        assertThat(everywhere
                        .evaluate(Inputs.of(workspace), Memo.empty())
                        .outcome()
                        .findings())
                .hasSizeGreaterThan(50)
                .noneMatch(finding -> REFUSED.contains(finding.rule()));
    }
}
