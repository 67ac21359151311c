package dev.schemawatch.check;

import dev.schemawatch.finding.Location;
import dev.schemawatch.migration.Ledger;
import dev.schemawatch.migration.LedgerTable;
import dev.schemawatch.migration.MadeObject;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.SeenMakers;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.AlterTable;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.Command.Transaction;
import dev.schemawatch.sql.Command.TransactionVerb;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlName;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.sql.TableAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A migration that is still to run on a database that people use, with all that its safety depends on.
 *
 * @param before what earlier migrations made, as their scripts say
 * @param seen what else they made, as dry runs have seen
 * @param oneTransaction whether its file runs as one transaction: Prisma before 7.4 sends it as one query (PostgreSQL manual,
 *     55.2.2.1 "Multiple Statements in a Simple Query"); later ones, and psql, send each statement by itself
 * @param steps its statements in order, with those inside of DO blocks in place of these
 * @param made the tables and materialized views that it creates: nobody waits for a lock on them
 * @param replaced the tables among these that were there before: it drops them first, with their rows
 */
public record Rollout(
        Migration migration,
        Ledger before,
        SeenMakers seen,
        boolean oneTransaction,
        List<Step<Command>> steps,
        Set<SqlName> made,
        Set<SqlName> replaced) {
    public Rollout {
        Objects.requireNonNull(migration);
        Objects.requireNonNull(before);
        Objects.requireNonNull(seen);
        steps = List.copyOf(steps);
        made = Set.copyOf(made);
        replaced = Set.copyOf(replaced);
    }

    /**
     * A statement of a migration.
     *
     * @param <C> the kind of its command
     * @param statement of which the command is, or which holds it
     * @param transaction the number of the transaction that it shares with others, from 1; 0 for one of its own
     * @param inBlock whether it stands in a DO block, and so may run on a condition
     */
    public record Step<C extends Command>(C command, SqlStatement statement, int transaction, boolean inBlock) {
        /** Where it is. */
        public Location.InFile location() {
            return statement.location();
        }

        /** Whether others are in the same transaction. */
        public boolean inTransaction() {
            return transaction > 0;
        }
    }

    /**
     * An action on a table that was there before.
     *
     * @param <A> the kind of the action
     */
    public record Change<A extends TableAction>(A action, SqlName table, Step<AlterTable> step) {
        /** Where it is. */
        public Location.InFile location() {
            return action.location();
        }
    }

    /** The rollout of a migration. */
    public static Rollout of(Migration migration, Ledger before, SeenMakers seen, boolean oneTransaction) {
        List<Step<Command>> steps = new ArrayList<>();
        boolean implicit = oneTransaction && migration.statements().size() > 1;
        boolean explicit = false;
        int number = 1;
        for (SqlStatement statement : migration.statements()) {
            boolean begins = is(statement, TransactionVerb.BEGIN);
            boolean ends = is(statement, TransactionVerb.COMMIT) || is(statement, TransactionVerb.ROLLBACK);
            explicit |= begins;
            flatten(statement, explicit || implicit ? number : 0, false, steps);
            if (ends) {
                explicit = false;
                number++;
            }
        }
        Set<SqlName> made = new HashSet<>();
        Set<SqlName> dropped = new HashSet<>();
        for (Step<Command> step : steps) {
            dropped(step.command(), before)
                    .filter(table -> !made.contains(table))
                    .forEach(dropped::add);
            note(step.command(), before, made);
        }
        dropped.retainAll(made);
        return new Rollout(migration, before, seen, oneTransaction, steps, made, dropped);
    }

    /** The steps whose command is of that kind. */
    public <C extends Command> Stream<Step<C>> commands(Class<C> kind) {
        return steps.stream()
                .filter(step -> kind.isInstance(step.command()))
                .map(step ->
                        new Step<>(kind.cast(step.command()), step.statement(), step.transaction(), step.inBlock()));
    }

    /** The actions of that kind on tables that were there before. */
    public <A extends TableAction> Stream<Change<A>> changes(Class<A> kind) {
        return commands(AlterTable.class)
                .filter(step -> !isMade(step.command().name()))
                .flatMap(step -> step.command().actions().stream()
                        .filter(kind::isInstance)
                        .map(action ->
                                new Change<>(kind.cast(action), step.command().name(), step)));
    }

    /** Whether the migration creates that table or materialized view. */
    public boolean isMade(SqlName table) {
        return made.contains(table.normal());
    }

    /** Whether the migration creates that table in place of one that was there before. */
    public boolean isReplaced(SqlName table) {
        return replaced.contains(table.normal());
    }

    /** The table of partitions that has that index, as far as the migrations before say. */
    public Optional<LedgerTable> partitionedOwner(SqlName index) {
        SqlName name = index.normal();
        return before.owners(name.name())
                .filter(table ->
                        table.partitioned() && table.name().normal().schema().equals(name.schema()))
                .findFirst();
    }

    /** Whether the rows of that table lie in partitions, as far as migrations say. */
    public boolean isPartitioned(SqlName table) {
        return before.table(table).filter(LedgerTable::partitioned).isPresent()
                || commands(Command.CreateTable.class)
                        .map(Step::command)
                        .anyMatch(create ->
                                create.partitioned() && create.name().normal().equals(table.normal()));
    }

    private static boolean is(SqlStatement statement, TransactionVerb verb) {
        return statement.command() instanceof Transaction transaction && transaction.verb() == verb;
    }

    private static void flatten(SqlStatement statement, int transaction, boolean inBlock, List<Step<Command>> steps) {
        if (statement.command() instanceof Command.DoBlock block) {
            block.statements().forEach(inner -> flatten(inner, transaction, true, steps));
        } else {
            steps.add(new Step<>(statement.command(), statement, transaction, inBlock));
        }
    }

    /** The tables that a command drops, but not what is dropped only in case that it is there and that nobody was seen to make. */
    private static Stream<SqlName> dropped(Command command, Ledger before) {
        return command instanceof DropObjects drop && drop.kind() == ObjectKind.TABLE
                ? drop.names().stream()
                        .filter(table -> !drop.ifExists() || before.table(table).isPresent())
                        .map(SqlName::normal)
                : Stream.empty();
    }

    /** A table that is made and then renamed is made under both names. */
    private static void note(Command command, Ledger before, Set<SqlName> made) {
        switch (command) {
            case Command.CreateTable create -> {
                if (!create.ifNotExists() || before.table(create.name()).isEmpty()) {
                    made.add(create.name().normal());
                }
            }
            // It has rows and indexes as a table has.
            case Command.CreateObject create
            when create.kind() == ObjectKind.MATERIALIZED_VIEW
                    && !(create.ifNotExists()
                            && before.standing()
                                    .containsKey(new MadeObject.Standing(MadeObject.Kind.VIEW, create.name()))) ->
                made.add(create.name().normal());
            case AlterTable alter
            when made.contains(alter.name().normal()) ->
                alter.actions().forEach(action -> {
                    if (action instanceof TableAction.RenameTable rename) {
                        made.add(alter.name().sibling(rename.to()).normal());
                    }
                });
            case Command _ -> {}
        }
    }
}
