package dev.schemawatch.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.alert.Alert.State;
import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.Difference.Verdict;
import dev.schemawatch.diff.Difference.Weight;
import dev.schemawatch.diff.ObjectKind;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.engine.DatabaseOutcome;
import dev.schemawatch.engine.DatabaseState.Reason;
import dev.schemawatch.engine.DriftFinding;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertPolicyTest {
    private static final DatabaseOutcome CLEAN = compared();
    private static final DatabaseOutcome AWAY = new DatabaseOutcome.NotCompared(Reason.CONNECT, "connection refused");

    private AlertState state = AlertState.empty();

    @Test
    void drift_is_told_once_when_it_begins_and_once_when_it_ends() {
        assertThat(states(look(compared("a")))).containsExactly(State.FIRED);
        assertThat(look(compared("a"))).isEmpty();
        assertThat(states(look(CLEAN))).containsExactly(State.RESOLVED);
        assertThat(look(CLEAN)).isEmpty();
    }

    @Test
    void drift_that_grows_is_the_same_problem() {
        look(compared("a"));

        assertThat(look(compared("a", "b"))).isEmpty();
    }

    @Test
    void names_the_objects() {
        assertThat(look(compared("a", "b")))
                .singleElement()
                .extracting(Alert::objects)
                .isEqualTo(List.of("public.a", "public.b"));
    }

    @Test
    void a_look_that_failed_resolves_nothing() {
        look(compared("a"));

        assertThat(states(Stream.of(look(AWAY), look(AWAY), look(AWAY))
                        .flatMap(List::stream)
                        .toList()))
                .containsExactly(State.FIRED);
        assertThat(state.firing()).hasSize(2);
    }

    @Test
    void a_database_that_cannot_be_looked_at_is_told_the_second_time() {
        assertThat(look(AWAY)).isEmpty();
        assertThat(look(AWAY))
                .singleElement()
                .satisfies(alert -> assertThat(alert.summary()).contains("nothing is known", "connection refused"));
    }

    @Test
    void edits_of_files_do_not_count_as_looks() {
        look(AWAY);

        assertThat(edit(AWAY)).isEmpty();
    }

    @Test
    void a_failed_look_after_a_good_one_counts_from_the_beginning() {
        look(AWAY);
        look(CLEAN);

        assertThat(look(AWAY)).isEmpty();
    }

    @Test
    void drift_that_is_gone_when_the_database_is_back_is_resolved() {
        look(compared("a"));
        look(AWAY);
        look(AWAY);

        assertThat(states(look(CLEAN))).containsExactly(State.RESOLVED, State.RESOLVED);
        assertThat(state.firing()).isEmpty();
    }

    @Test
    void what_a_pending_migration_explains_is_no_drift() {
        DriftFinding pending = new DriftFinding(
                table("a").difference(),
                Severity.ERROR,
                Optional.empty(),
                Optional.empty(),
                Optional.of("20240101000000_a"));

        assertThat(look(new DatabaseOutcome.Compared("17", List.of(pending), new History.NoTable<>(), List.of(), 1)))
                .isEmpty();
    }

    private List<Alert> look(DatabaseOutcome outcome) {
        return decide(outcome, Optional.of("main"));
    }

    private List<Alert> edit(DatabaseOutcome outcome) {
        return decide(outcome, Optional.empty());
    }

    private List<Alert> decide(DatabaseOutcome outcome, Optional<String> looked) {
        AlertPolicy.Decision decision = AlertPolicy.decide(
                state, new Outcome(List.of(), List.of(), List.of(), new TreeMap<>(Map.of("main", outcome))), looked);
        state = decision.next();
        return decision.alerts();
    }

    private static List<State> states(List<Alert> alerts) {
        return alerts.stream().map(Alert::state).toList();
    }

    private static DatabaseOutcome compared(String... tables) {
        return new DatabaseOutcome.Compared(
                "17.2",
                new ArrayList<>(Stream.of(tables).map(AlertPolicyTest::table).toList()),
                new History.NoTable<>(),
                List.of(),
                tables.length);
    }

    private static DriftFinding table(String name) {
        return new DriftFinding(
                new Difference(
                        SchemaObject.of(ObjectKind.TABLE, new QualifiedName("public", name)),
                        Verdict.MISSING,
                        Weight.BREAKING,
                        Optional.empty(),
                        "table",
                        "",
                        Optional.empty()),
                Severity.ERROR,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
