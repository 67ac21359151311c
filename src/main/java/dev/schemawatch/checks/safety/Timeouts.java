package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a limit is set before the first statement that keeps anybody waiting. */
final class Timeouts {
    private Timeouts() {}

    /** The first statement that locks a table that was there before, unless the setting limits it; 0 is no limit. */
    static Optional<Step<Command>> missing(Rollout rollout, String setting) {
        boolean limited = false;
        for (Step<Command> step : rollout.steps()) {
            if (step.command() instanceof Command.SetVariable set && set.name().equals(setting)) {
                limited = !set.zero();
            }
            if (!limited && locked(step.command()).anyMatch(table -> !rollout.isMade(table))) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    private static Stream<SqlName> locked(Command command) {
        return switch (command) {
            case Command.AlterTable alter -> Stream.of(alter.name());
            case Command.CreateIndex index -> index.concurrently() ? Stream.empty() : Stream.of(index.table());
            case Command.CreateOnTable part -> Stream.of(part.table());
            case Command.DropObjects drop
            when drop.kind() == ObjectKind.TABLE || drop.kind() == ObjectKind.INDEX ->
                drop.concurrently() ? Stream.empty() : drop.names().stream();
            case Command.Truncate truncate -> truncate.tables().stream();
            case Command _ -> Stream.empty();
        };
    }
}
