package dev.schemawatch.plan;

import static java.util.Comparator.comparing;

import dev.schemawatch.diff.Difference;
import dev.schemawatch.plan.LeftOut.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan that is being written; statements are said in any order and stand in the order of their stages. */
final class Draft {
    private final List<Entry> entries = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    void add(Stage stage, Difference difference, String sql, Hazard... hazards) {
        entries.add(new Entry(stage, new Statement(sql, difference.object(), why(difference), List.of(hazards))));
    }

    void leaveOut(Difference difference, Cause cause, String reason) {
        leaveOut(new LeftOut(difference, cause, reason));
    }

    void leaveOut(LeftOut left) {
        leftOut.add(left);
    }

    /** The plan. What two differences ask for is done once, the first time. */
    Plan finished() {
        Map<String, Statement> statements = new LinkedHashMap<>();
        entries.stream()
                .sorted(comparing(Entry::stage))
                .map(Entry::statement)
                .forEach(statement -> statements.putIfAbsent(statement.sql(), statement));
        return new Plan(List.copyOf(statements.values()), leftOut);
    }

    private static String why(Difference difference) {
        String subject =
                difference.object().kind().words() + " " + difference.object().display();
        return switch (difference.verdict()) {
            case MISSING -> subject + " is missing";
            case UNEXPECTED -> subject + " is not in the schema";
            case DIFFERENT, UNDECIDED ->
                subject + ": " + difference.aspect().orElse("") + " is " + difference.actual() + ", expected is "
                        + difference.expected();
        };
    }

    private record Entry(Stage stage, Statement statement) {}
}
