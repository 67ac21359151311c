package dev.schemawatch.checks.safety;

import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Rollout;
import dev.schemawatch.check.Rollout.Step;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.sql.Command;
import dev.schemawatch.sql.Command.AlterObject;
import dev.schemawatch.sql.Command.AlterTable;
import dev.schemawatch.sql.Command.Cluster;
import dev.schemawatch.sql.Command.CreateIndex;
import dev.schemawatch.sql.Command.CreateObject;
import dev.schemawatch.sql.Command.DropObjects;
import dev.schemawatch.sql.Command.ObjectAction;
import dev.schemawatch.sql.Command.Reindex;
import dev.schemawatch.sql.Command.Vacuum;
import dev.schemawatch.sql.ObjectKind;
import dev.schemawatch.sql.SqlSecrets;
import dev.schemawatch.sql.TableAction;
import dev.schemawatch.sql.TableAction.DetachPartition;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags statements that PostgreSQL refuses beside others in one transaction. */
public final class CannotRunInTransaction implements SafetyCheck {
    private static final Rule RULE = Rule.of(CannotRunInTransaction.class, Severity.ERROR)
            .summary("A statement that cannot run in a transaction stands beside others")
            .why("A migration of several statements is sent as one query (Prisma before 7.4), which PostgreSQL"
                    + " runs as one transaction; in it, and between BEGIN and COMMIT, CONCURRENTLY, VACUUM and some"
                    + " others are refused. The migration fails, always.")
            .instead("Make it the only statement of a migration of its own. SET lock_timeout counts as a statement"
                    + " too: put it into the options of the connection.")
            .alias("squawk", "ban-concurrent-index-creation-in-transaction")
            .alias("atlas", "PG103")
            .alias("atlas", "TX101")
            .alias("postgres-language-server", "ban-concurrent-index-creation-in-transaction")
            .alias("postgres-language-server", "avoid-alter-enum-add-value");

    private final int postgresVersion;

    /** A check for the PostgreSQL that the settings name. */
    public CannotRunInTransaction(CheckSettings settings) {
        this.postgresVersion = settings.postgresVersion();
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(Rollout rollout) {
        return rollout.steps().stream()
                .filter(step -> step.inTransaction() || step.inBlock())
                .flatMap(step -> refused(step.command()).stream().map(words -> finding(rollout, step, words)));
    }

    private static final int ADD_VALUE_IN_TRANSACTION = 12;

    /** What PostgreSQL calls by PreventInTransactionBlock, as words for people. */
    private Optional<String> refused(Command command) {
        return switch (command) {
            case CreateIndex index when index.concurrently() -> Optional.of("CREATE INDEX CONCURRENTLY");
            case DropObjects drop when drop.concurrently() -> Optional.of("DROP INDEX CONCURRENTLY");
            case Reindex reindex when reindex.concurrently() -> Optional.of("REINDEX CONCURRENTLY");
            case Reindex reindex
            when reindex.target() != ObjectKind.INDEX && reindex.target() != ObjectKind.TABLE ->
                Optional.of("REINDEX " + reindex.target().sql());
            case AlterTable alter
            when alter.actions().stream().anyMatch(CannotRunInTransaction::detaches) ->
                Optional.of("DETACH PARTITION CONCURRENTLY");
            case AlterObject alter
            when postgresVersion < ADD_VALUE_IN_TRANSACTION && alter.action() instanceof ObjectAction.AddValue ->
                Optional.of("ALTER TYPE … ADD VALUE");
            case Vacuum _ -> Optional.of("VACUUM");
            case Cluster cluster when cluster.table().isEmpty() -> Optional.of("CLUSTER of every table");
            case CreateObject create
            when isOutside(create.kind()) ->
                Optional.of("CREATE " + create.kind().sql());
            case DropObjects drop
            when isOutside(drop.kind()) -> Optional.of("DROP " + drop.kind().sql());
            case Command _ -> Optional.empty();
        };
    }

    private static boolean detaches(TableAction action) {
        return action instanceof DetachPartition detach && detach.concurrently();
    }

    private static boolean isOutside(ObjectKind kind) {
        return kind == ObjectKind.DATABASE || kind == ObjectKind.TABLESPACE;
    }

    private static Finding finding(Rollout rollout, Step<Command> step, String words) {
        String why = step.inBlock()
                ? "a DO block is always in one"
                : rollout.oneTransaction()
                        ? "the file holds %d statements and is sent as one query, which is one transaction"
                                .formatted(rollout.migration().statements().size())
                        : "it stands between BEGIN and COMMIT";
        return RULE.at(
                step.location(),
                words + " in " + SqlSecrets.of(step.statement().text()).hide(),
                "%s cannot run in a transaction, and %s: PostgreSQL refuses it. Instead, alone in a migration of its own: %s;"
                        .formatted(words, why, Words.oneLine(step.statement().text())));
    }
}
