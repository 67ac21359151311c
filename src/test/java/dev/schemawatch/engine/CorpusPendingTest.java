package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.checks.Checks;
import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.env.ConnectionUrl;
import dev.schemawatch.migration.AppliedMigration;
import dev.schemawatch.postgres.DatabasePoll;
import dev.schemawatch.support.Corpus;
import dev.schemawatch.support.PostgresFixture;
import dev.schemawatch.support.Replay;
import dev.schemawatch.support.StandInExtension;
import dev.schemawatch.watch.ScanSettings;
import dev.schemawatch.watch.WorkspaceScanner;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real repositories whose database is ten migrations behind: what these ten bring is told from drift, by the effects of
 * their SQL.
 */
final class CorpusPendingTest {
    private static final Instant THEN = Instant.parse("2025-12-04T12:00:00Z");

    private final Engine engine = new Engine(List.of(), Checks.standard());

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "documenso, packages/prisma/schema.prisma",
        "formbricks, packages/database/schema",
        "ghostfolio, prisma/schema.prisma",
        "rallly, packages/database/prisma",
        "trigger.dev, internal-packages/database/prisma/schema.prisma",
        "typebot, packages/prisma/postgresql/schema.prisma",
        "umami, prisma/schema.prisma",
    })
    void only_what_stays_after_all_migrations_counts_as_drift(String name, String schema) throws IOException {
        Path root = Corpus.path("real/" + name);
        Set<String> omitted = Set.copyOf(Files.readAllLines(root.resolve("behind10.omitted.txt")));
        Workspace workspace = new WorkspaceScanner(ScanSettings.of(root)).scan().workspace();
        Project project = workspace.projects().stream()
                .filter(candidate -> candidate.schema().equals(schema))
                .findFirst()
                .orElseThrow();
        Path migrations = root.resolve(project.migrations());
        try (PostgresFixture.Database database = PostgresFixture.database()) {
            StandInExtension.vector(database);
            Replay replay = new Replay(database);
            replay.apply(migrations, Predicate.not(omitted::contains));
            List<DriftFinding> behind = compare(workspace, schema, look(database, names(workspace, project, omitted)));
            replay.apply(migrations, omitted::contains);
            List<DriftFinding> settled =
                    compare(workspace, schema, look(database, names(workspace, project, Set.of())));

            Set<String> drift = differences(settled, DriftFinding::isDrift);
            assertThat(differences(behind, DriftFinding::isDrift)).isSubsetOf(drift);
            assertThat(differences(behind, finding -> finding.pendingMigration().isPresent()))
                    .isNotEmpty()
                    .noneMatch(drift::contains);
            assertThat(settled).noneMatch(finding -> finding.pendingMigration().isPresent());
        }
    }

    private List<DriftFinding> compare(Workspace workspace, String schema, Available state) {
        WatchedDatabase database = new WatchedDatabase(Optional.of(schema), "public", state);
        Inputs inputs = new Inputs(workspace, new TreeMap<>(Map.of("dev", database)));
        Outcome outcome = engine.evaluate(inputs, Memo.empty()).outcome();
        return ((Compared) Objects.requireNonNull(outcome.databases().get("dev"))).drift();
    }

    private static Available look(PostgresFixture.Database database, List<String> applied) {
        ConnectionUrl url = ((ConnectionUrl.Parsed.Valid) ConnectionUrl.parse(database.url())).url();
        DatabaseState state =
                DatabasePoll.once(url, Path.of("."), Duration.ofSeconds(30)).look(Optional.empty());
        Available seen = (Available) state;
        return new Available(
                seen.serverVersion(),
                seen.schema(),
                new History.Read<>(applied.stream().map(CorpusPendingTest::row).toList()),
                ExpressionComparer.NOBODY_TO_ASK,
                Optional.empty());
    }

    private static AppliedMigration row(String name) {
        return new AppliedMigration(name, "00", THEN, Optional.of(THEN), Optional.empty());
    }

    private static List<String> names(Workspace workspace, Project project, Set<String> omitted) {
        return workspace
                .below(project.migrations())
                .filter(file -> file.path().endsWith("/migration.sql"))
                .map(file -> file.path().split("/", -1)[project.migrations().split("/", -1).length])
                .filter(name -> !omitted.contains(name))
                .toList();
    }

    private static Set<String> differences(List<DriftFinding> findings, Predicate<DriftFinding> wanted) {
        return findings.stream()
                .filter(wanted)
                .map(DriftFinding::difference)
                .map(CorpusPendingTest::words)
                .collect(Collectors.toSet());
    }

    private static String words(Difference difference) {
        return difference.verdict() + " " + difference.object().kind() + " "
                + difference.object().display()
                + difference.aspect().map(aspect -> " " + aspect).orElse("");
    }
}
