package dev.schemawatch.plan;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.diff.LiveDatabase;
import dev.schemawatch.diff.Pair;
import dev.schemawatch.diff.SchemaObject;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.support.PostgresFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Plans for a real database, runs the plan there, one statement at a time, and looks again. */
final class RoundTrip {
    private RoundTrip() {}

    static Plan plan(DatabaseSchema expected, PostgresFixture.Database database, boolean destructive) {
        LiveDatabase before = LiveDatabase.look(expected, database);
        return new MigrationPlanner(destructive).plan(new Pair<>(expected, before.actual()), before.drift());
    }

    /** After the plan ran, nothing differs but what the plan leaves out by name, and nothing is left to plan. */
    static Plan assertMends(DatabaseSchema expected, PostgresFixture.Database database, boolean destructive) {
        Plan plan = plan(expected, database, destructive);
        run(plan, database);
        List<SchemaObject> named =
                plan.leftOut().stream().map(left -> left.difference().object()).toList();
        LiveDatabase after = LiveDatabase.look(expected, database);
        assertThat(after.drift().differences())
                .as(() -> "what differs after\n" + sql(plan))
                .filteredOn(difference -> !isHarmless(difference))
                .allSatisfy(difference -> assertThat(named).contains(difference.object()));
        assertThat(plan(expected, database, destructive).statements())
                .as(() -> "what is planned after\n" + sql(plan))
                .isEmpty();
        return plan;
    }

    /** The plan as a script, with everything that is known of each statement. */
    static String sql(Plan plan) {
        String statements = plan.statements().stream()
                .map(statement -> "-- " + statement.why() + "\n"
                        + statement.hazards().stream()
                                .map(hazard -> "--   " + hazard.token() + "\n")
                                .collect(joining())
                        + statement.sql() + ";\n")
                .collect(joining());
        return statements
                + plan.leftOut().stream()
                        .map(left ->
                                "-- LEFT OUT " + left.difference().object().display() + ": " + left.reason() + "\n")
                        .collect(joining());
    }

    /** A default that PostgreSQL prints in another way than the schema writes it is seen only when it has been made. */
    private static boolean isHarmless(Difference difference) {
        return difference.weight() == Difference.Weight.COSMETIC
                || difference.aspect().filter("default"::equals).isPresent()
                        && difference.note().isPresent();
    }

    private static void run(Plan plan, PostgresFixture.Database database) {
        try (Connection connection = database.connect();
                java.sql.Statement session = connection.createStatement()) {
            for (Statement statement : plan.statements()) {
                try {
                    session.execute(statement.sql());
                } catch (SQLException e) {
                    throw new AssertionError(e.getMessage() + " in " + statement.sql() + "\nof\n" + sql(plan), e);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
