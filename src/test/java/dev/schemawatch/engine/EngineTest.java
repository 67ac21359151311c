package dev.schemawatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.checks.Checks;
import dev.schemawatch.diff.ExpressionComparer;
import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.DatabaseState.Available;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DatabaseState.Unavailable;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.AppliedMigration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private static final String BOOKING = "prisma/migrations/20240201000000_booking/migration.sql";
    private static final Repository REPOSITORY = Repository.of(Map.of(
            Repository.SCHEMA,
            Schemas.TENANT_AND_BOOKING,
            "prisma/migrations/20240101000000_init/migration.sql",
            "CREATE TABLE \"Tenant\" ();",
            BOOKING,
            """
            CREATE TYPE "Status" AS ENUM ('OPEN', 'PAID');
            CREATE TABLE "Booking" ();
            CREATE INDEX "Booking_tenantId_idx" ON "Booking"("tenantId");
            """));

    private final Engine engine = new Engine(Checks.all(CheckSettings.NONE), Checks.standard());

    @Test
    void finds_no_drift_in_the_database_that_the_schema_expects() {
        Compared compared = compared(REPOSITORY, available(Schemas.TENANT_AND_BOOKING, new History.NoTable<>()));
        assertThat(compared.drift()).isEmpty();
        assertThat(compared.inspectedObjects()).isEqualTo(2);
    }

    @Test
    void says_where_in_the_schema_a_missing_table_is_declared() {
        Compared compared = compared(REPOSITORY, available(Schemas.TENANT, new History.NoTable<>()));
        assertThat(compared.drift())
                .filteredOn(drift -> drift.difference().object().display().equals("public.Booking"))
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.severity()).isEqualTo(Severity.ERROR);
                    assertThat(drift.origin().map(Location::display)).contains("prisma/schema.prisma:11:7");
                    assertThat(drift.isDrift()).isTrue();
                });
    }

    @Test
    void takes_what_a_pending_migration_makes_for_pending() {
        Compared compared = compared(REPOSITORY, available(Schemas.TENANT, new History.Read<>(List.of())));
        assertThat(compared.drift())
                .isNotEmpty()
                .allSatisfy(drift -> assertThat(drift.pendingMigration()).contains("20240201000000_booking"));
    }

    @Test
    void takes_what_no_pending_migration_speaks_of_for_drift() {
        Repository repository = REPOSITORY.with(BOOKING, "CREATE TABLE \"Customer\" ();");
        Compared compared = compared(repository, available(Schemas.TENANT, new History.Read<>(List.of())));
        assertThat(compared.drift()).isNotEmpty().allMatch(DriftFinding::isDrift);
    }

    @Test
    void takes_everything_for_pending_in_a_database_that_no_migration_has_reached() {
        Compared compared = compared(REPOSITORY, available(Schemas.NOTHING, new History.NoTable<>()));
        assertThat(compared.drift())
                .isNotEmpty()
                .allMatch(drift -> drift.pendingMigration().isPresent());
    }

    @Test
    void takes_nothing_for_pending_in_a_database_that_another_tool_has_made() {
        Compared compared = compared(REPOSITORY, available(Schemas.TENANT, new History.NoTable<>()));
        assertThat(compared.drift()).isNotEmpty().allMatch(DriftFinding::isDrift);
    }

    @Test
    void tells_drift_when_the_history_cannot_be_read_and_calls_nothing_pending() {
        Compared compared = compared(REPOSITORY, available(Schemas.TENANT, new History.Unreadable<>("no grant")));
        assertThat(compared.history()).isEqualTo(new History.Unreadable<>("no grant"));
        assertThat(compared.drift()).isNotEmpty().allMatch(DriftFinding::isDrift);
    }

    @Test
    void does_not_compare_with_a_broken_schema() {
        Repository repository = REPOSITORY.with(Repository.SCHEMA, Schemas.BROKEN);
        assertThat(outcome(repository, available(Schemas.TENANT, new History.NoTable<>())))
                .isInstanceOfSatisfying(NotCompared.class, not -> {
                    assertThat(not.reason()).isEqualTo(Reason.SCHEMA);
                    assertThat(not.message()).startsWith("prisma/schema.prisma has errors");
                });
    }

    @Test
    void does_not_guess_which_of_two_schemas_is_meant() {
        Repository repository = REPOSITORY.with(Repository.OTHER_SCHEMA, Schemas.TENANT);
        assertThat(outcome(repository, available(Schemas.TENANT, new History.NoTable<>())))
                .isInstanceOfSatisfying(
                        NotCompared.class,
                        not -> assertThat(not.message()).contains("other/schema.prisma, prisma/schema.prisma"));
    }

    @Test
    void says_that_it_could_not_look() {
        Unavailable away = new Unavailable(Reason.CONNECT, "nobody listens at localhost:5432");
        assertThat(outcome(REPOSITORY, away))
                .isEqualTo(new NotCompared(Reason.CONNECT, "nobody listens at localhost:5432"));
    }

    @Test
    void reports_what_the_parser_found_and_skips_what_it_made_unreliable() {
        Outcome outcome = engine.evaluate(
                        Inputs.of(REPOSITORY
                                .with(Repository.SCHEMA, Schemas.BROKEN)
                                .workspace()),
                        Memo.empty())
                .outcome();
        assertThat(outcome.findings()).anyMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(outcome.skipped()).anySatisfy(skipped -> {
            assertThat(skipped.rule()).isEqualTo("missing-required-model");
            assertThat(skipped.reason()).isEqualTo("prisma/schema.prisma has errors");
        });
    }

    @Test
    void runs_no_check_that_is_switched_off() {
        RuleSelection selection = new RuleSelection(
                Checks.standard().catalog(),
                Set.of("missing-migrations-folder"),
                Set.of(),
                Map.of("missing-or-empty-schema", Severity.INFO));
        Repository empty = Repository.of(Map.of());
        List<Finding> findings = new Engine(Checks.all(CheckSettings.NONE), selection)
                .evaluate(Inputs.of(empty.workspace()), Memo.empty())
                .outcome()
                .findings();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("missing-or-empty-schema");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
        });
    }

    @Test
    void an_edit_that_only_moves_lines_does_not_compare_again() {
        Available state = available(Schemas.TENANT, new History.NoTable<>());
        Memo memo = engine.evaluate(inputs(REPOSITORY, state), Memo.empty()).memo();
        Repository commented = REPOSITORY.with(Repository.SCHEMA, "// who pays\n" + Schemas.TENANT_AND_BOOKING);
        Memo next = engine.evaluate(inputs(commented, state), memo).memo();
        Memo.Step diff = new Memo.Step("diff", "dev");
        assertThat(next.steps().get(diff)).isNotNull().isSameAs(memo.steps().get(diff));
    }

    private Compared compared(Repository repository, DatabaseState state) {
        return (Compared) outcome(repository, state);
    }

    private DatabaseOutcome outcome(Repository repository, DatabaseState state) {
        return Objects.requireNonNull(engine.evaluate(inputs(repository, state), Memo.empty())
                .outcome()
                .databases()
                .get("dev"));
    }

    private static Inputs inputs(Repository repository, DatabaseState state) {
        return new Inputs(
                repository.workspace(),
                new TreeMap<>(Map.of("dev", new WatchedDatabase(Optional.empty(), "public", state))));
    }

    private static Available available(String schema, History<List<AppliedMigration>> history) {
        return new Available(
                "17.2", Schemas.database(schema), history, ExpressionComparer.NOBODY_TO_ASK, Optional.empty());
    }
}
