package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command.Transaction;
import dev.schemawatch.sql.Command.TransactionVerb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags BEGIN without COMMIT, COMMIT without BEGIN, and BEGIN in a transaction. */
public final class UnbalancedTransaction implements SafetyCheck {
    private static final Rule RULE = Rule.of(UnbalancedTransaction.class, Severity.ERROR)
            .summary("BEGIN and COMMIT do not pair")
            .why("A transaction that is begun and never committed is undone when the connection closes, while"
                    + " the migration is recorded as applied. A COMMIT without BEGIN ends the transaction that the"
                    + " runner thinks it is in.")
            .instead("Write one COMMIT for each BEGIN, or neither: a migration of several statements is one"
                    + " transaction already.")
            .alias("squawk", "ban-uncommitted-transaction")
            .alias("squawk", "transaction-nesting")
            .alias("atlas", "TX201")
            .alias("postgres-language-server", "transaction-nesting");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        List<Finding> findings = new ArrayList<>();
        Optional<Step<Transaction>> open = Optional.empty();
        for (Step<Transaction> step : rollout.commands(Transaction.class).toList()) {
            switch (step.command().verb()) {
                case BEGIN -> {
                    open.ifPresent(
                            _ -> findings.add(
                                    finding(
                                            step,
                                            "a transaction is begun inside of another, which PostgreSQL ignores; take this BEGIN out")));
                    open = Optional.of(step);
                }
                case COMMIT, ROLLBACK -> {
                    if (open.isEmpty()) {
                        findings.add(finding(step, unopened(step.command().verb(), rollout.oneTransaction())));
                    }
                    open = Optional.empty();
                }
                case WITHIN -> {}
            }
        }
        open.ifPresent(
                step -> findings.add(
                        finding(
                                step,
                                "the transaction that begins here is never committed: nothing in it lasts. Instead, at the end: COMMIT;")));
        return findings.stream();
    }

    /** What the end of a transaction does that nobody began (PostgreSQL manual, 55.2.2.1; seen on PostgreSQL 15). */
    private static String unopened(TransactionVerb verb, boolean oneTransaction) {
        if (!oneTransaction) {
            return "no BEGIN stands before this; take it out, or begin the transaction";
        }
        return verb == TransactionVerb.ROLLBACK
                ? "no BEGIN stands before this: it undoes every statement above it, and the migration is recorded as applied; take it out"
                : "no BEGIN stands before this: it ends the transaction that the whole file is, so that what stands above it stays when a statement below it fails; take it out";
    }

    private static Finding finding(Step<Transaction> step, String message) {
        return RULE.at(step.location(), step.command().verb() + ": " + message, message);
    }
}
