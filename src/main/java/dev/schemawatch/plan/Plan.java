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
}
