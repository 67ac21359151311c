package dev.schemawatch.checks.safety;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.Rollout;
import java.util.List;

/** Every check of safety there is. */
public final class SafetyChecks {
    private SafetyChecks() {}

    /** All of them, sorted by name. */
    public static List<Check<Rollout>> all(CheckSettings settings) {
        return List.of(
                new CannotRunInTransaction(settings),
                new CharColumn(),
                new CheckValidatedUnderLock(),
                new ColumnAssignedTwice(),
                new ColumnTypeRewritesTable(),
                new ConstrainedDomain(),
                new DeleteWithoutWhere(),
                new DroppedColumn(),
                new DroppedConstraint(),
                new DroppedNotNull(),
                new DroppedSchema(),
                new DroppedTable(),
                new DroppedTrigger(),
                new EmptiedTable(),
                new EnumCreated(),
                new EnumValueUsedTooSoon(),
                new EnumValueWithoutPlace(),
                new ExclusionConstraintUnderLock(),
                new ForeignKeyValidatedUnderLock(),
                new FullVacuum(),
                new GeneratedColumnRewritesTable(settings),
                new HandWrittenObjectDropped(),
                new IndexBuiltUnderLock(),
                new IndexDroppedUnderLock(),
                new InvalidSql(),
                new JsonColumn(),
                new MissingIdleTimeout(),
                new MissingLockTimeout(),
                new MissingStatementTimeout(),
                new NameTooLong(),
                new NotNullScansTable(settings),
                new NotRerunnable(),
                new NumberedColumnRewritesTable(),
                new PartitionAttachedUnderLock(),
                new PartitionDetachedUnderLock(settings),
                new PartitionedIndexConcurrently(),
                new PreferBigint(),
                new PreferIdentity(),
                new PreferText(),
                new PreferTimestamptz(),
                new PrimaryKeyBuiltUnderLock(settings),
                new ProbableRename(),
                new ReindexUnderLock(),
                new RenamedColumn(),
                new RenamedEnumValue(),
                new RenamedTable(),
                new RequiredColumnWithoutDefault(),
                new SeveralAlterTables(),
                new StorageChangeRewritesTable(),
                new TriggerChangedUnderLock(),
                new UnbalancedTransaction(),
                new UniqueConstraintBuiltUnderLock(),
                new UniqueOverExistingRows(),
                new UnqualifiedTable(),
                new UnresolvedPrismaWarning(),
                new UpdateWithoutWhere(),
                new ValidationInSameTransaction(),
                new ViewRefreshedUnderLock(),
                new VolatileDefaultRewritesTable(),
                new WideIndex(),
                new WideLockWindow(),
                new WorkUnderExclusiveLock());
    }
}
