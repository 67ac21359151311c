package dev.schemawatch.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What would make a database as its schema expects.
 *
 * @param statements in the order in which they can run
 * @param leftOut the differences that stay
 */
public record Plan(List<Statement> statements, List<LeftOut> leftOut) {
    private static final Pattern ADDED_VALUE = Pattern.compile(" ADD VALUE ((?:E|U&)?'(?:[^']|'')*')");

    public Plan {
        statements = List.copyOf(statements);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether there is nothing to do: no statement, and nothing that is expected had to be left out. */
    public boolean isNothing() {
        return statements.isEmpty() && leftOut.stream().noneMatch(left -> left.cause() == LeftOut.Cause.BLOCKED);
    }

    /**
     * The statements, in order, in as few transactions as they can run in. More than one are needed where a value is added to an
     * enum and then used (PostgreSQL manual, ALTER TYPE: not before the transaction is over); all else that is planned can
     * share one.
     */
    public List<List<Statement>> transactions() {
        List<List<Statement>> transactions = new ArrayList<>();
        List<Statement> open = new ArrayList<>();
        Set<String> added = new HashSet<>();
        for (Statement statement : statements) {
            Matcher addition = ADDED_VALUE.matcher(statement.sql());
            if (addition.find()) {
                added.add(addition.group(1));
            } else if (added.stream().anyMatch(statement.sql()::contains)) {
                transactions.add(List.copyOf(open));
                open.clear();
                added.clear();
            }
            open.add(statement);
        }
        if (!open.isEmpty()) {
            transactions.add(List.copyOf(open));
        }
        return transactions;
    }
}
