package dev.schemawatch.plan;

import dev.schemawatch.diff.SchemaObject;
import java.util.List;
import java.util.Objects;

/**
 * One statement of a plan.
 *
 * @param sql without the semicolon; may have several lines
 * @param object what it is for
 * @param why the difference that it mends, for people
 * @param hazards none when nobody has to wait and nothing can be lost
 */
public record Statement(String sql, SchemaObject object, String why, List<Hazard> hazards) {
    public Statement {
        Objects.requireNonNull(sql);
        Objects.requireNonNull(object);
        Objects.requireNonNull(why);
        hazards = List.copyOf(hazards);
    }
}
