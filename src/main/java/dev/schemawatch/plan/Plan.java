package dev.schemawatch.plan;

import java.util.List;

/**
 * What would make a database as its schema expects.
 *
 * @param statements in the order in which they can run
 * @param leftOut the differences that stay
 */
public record Plan(List<Statement> statements, List<LeftOut> leftOut) {
    public Plan {
        statements = List.copyOf(statements);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether there is nothing to do: no statement, and nothing that is expected had to be left out. */
    public boolean isNothing() {
        return statements.isEmpty() && leftOut.stream().noneMatch(left -> left.cause() == LeftOut.Cause.BLOCKED);
    }
}
