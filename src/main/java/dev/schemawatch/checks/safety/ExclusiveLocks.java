package dev.schemawatch.checks.safety;

import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableElement.ConstraintKind;
import java.util.stream.Stream;

/** The tables that a command locks against reads and writes (PostgreSQL manual, ALTER TABLE and 13.3.1). */
final class ExclusiveLocks {
    private ExclusiveLocks() {}

    /** Those that the command names. */
    static Stream<SqlName> of(Command command) {
        return switch (command) {
            case Command.AlterTable alter
            when alter.actions().stream().anyMatch(ExclusiveLocks::isExclusive) -> Stream.of(alter.name());
            case Command.DropObjects drop when drop.kind() == ObjectKind.TABLE -> drop.names().stream();
            case Command.Truncate truncate -> truncate.tables().stream();
            case Command _ -> Stream.empty();
        };
    }

    private static boolean isExclusive(TableAction action) {
        return switch (action) {
            case TableAction.ValidateConstraint _, TableAction.AttachPartition _, TableAction.ToggleTrigger _ -> false;
            case TableAction.DetachPartition detach -> !detach.concurrently();
            case TableAction.AddConstraint add -> add.constraint().kind() != ConstraintKind.FOREIGN_KEY;
            case TableAction _ -> true;
        };
    }
}
