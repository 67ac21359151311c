package dev.schemawatch.report;

import dev.schemawatch.engine.DatabaseOutcome.Compared;
import dev.schemawatch.engine.DatabaseOutcome.NotCompared;
import dev.schemawatch.engine.History;
import dev.schemawatch.engine.Outcome;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One run of a command: what every report is made from.
 *
 * @param version of Schemawatch
 * @param command its name: {@code check}, {@code drift} …
 * @param target what it did its job for, when it can be asked for several: {@code .env.test}; else empty
 * @param failOn from which severity on findings make the command fail; empty for never
 * @param outcome empty where the command could not do its job
 * @param failure why it could not: what, where and what next; may have several lines
 * @param rules of which the outcome can hold findings
 * @param tried what a dry run came to; empty for every other command
 */
public record Run(
        String version,
        String command,
        String target,
        Status status,
        Optional<Severity> failOn,
        Outcome outcome,
        Optional<String> failure,
        Instant startedAt,
        Duration elapsed,
        Checkout checkout,
        List<Rule> rules,
        Optional<Tried> tried) {
    public Run {
        Objects.requireNonNull(version);
        Objects.requireNonNull(command);
        Objects.requireNonNull(target);
        Objects.requireNonNull(status);
        Objects.requireNonNull(failOn);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(startedAt);
        Objects.requireNonNull(elapsed);
        Objects.requireNonNull(checkout);
        Objects.requireNonNull(tried);
        rules = List.copyOf(rules);
        if (failure.isPresent() && status != Status.FAILED) {
            throw new IllegalArgumentException("a run with a failure has failed");
        }
    }

    /** A run that could not do its job. */
    public static Run failed(
            String version,
            String command,
            String target,
            String failure,
            Instant startedAt,
            Duration elapsed,
            Checkout checkout) {
        return new Run(
                version,
                command,
                target,
                Status.FAILED,
                Optional.empty(),
                Outcome.NOTHING,
                Optional.of(failure),
                startedAt,
                elapsed,
                checkout,
                List.of(),
                Optional.empty());
    }

    /** Command and target, for people. */
    String title() {
        return target.isEmpty() ? command : command + " for " + target;
    }

    /** What could not be looked at. Nothing is known about it, which is never the same as nothing found. */
    List<Unseen> unseen() {
        List<Unseen> unseen = new ArrayList<>();
        failure.ifPresent(message -> unseen.add(new Unseen(command, message)));
        outcome.databases().forEach((name, database) -> {
            if (database instanceof NotCompared notCompared) {
                unseen.add(new Unseen(
                        "database " + name,
                        "Could not look (" + Words.reason(notCompared.reason()) + "), so nothing is known about drift: "
                                + notCompared.message()));
            }
        });
        return unseen;
    }

    /** What was passed over: checks that had nothing to look at, and histories that could not be read. */
    List<Unseen> passedOver() {
        List<Unseen> passedOver = new ArrayList<>();
        outcome.skipped().forEach(check -> passedOver.add(new Unseen(check.rule(), check.reason())));
        outcome.databases().forEach((name, database) -> {
            if (database instanceof Compared compared
                    && compared.history() instanceof History.Unreadable(String reason)) {
                passedOver.add(new Unseen(
                        "migrations of database " + name,
                        "unknown, and with them which differences are pending: " + reason));
            }
        });
        return passedOver;
    }

    /** What a command came to. */
    public enum Status {
        CLEAN,
        FINDINGS,
        /** The job could not be done, or not all of it. */
        FAILED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that was not looked at.
     *
     * @param what the command itself, {@code database NAME}, or a rule
     * @param message what was in the way, and what next
     */
    record Unseen(String what, String message) {}
}
