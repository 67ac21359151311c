package dev.schemawatch.checks;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.CheckSettings;
import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.checks.convention.ColumnNameCase;
import dev.schemawatch.checks.convention.EnumNameCase;
import dev.schemawatch.checks.convention.EnumValueCase;
import dev.schemawatch.checks.convention.FieldNameCase;
import dev.schemawatch.checks.convention.FieldNameNumber;
import dev.schemawatch.checks.convention.FieldOrder;
import dev.schemawatch.checks.convention.ForbiddenField;
import dev.schemawatch.checks.convention.ListWithoutDefault;
import dev.schemawatch.checks.convention.MissingField;
import dev.schemawatch.checks.convention.MissingIndex;
import dev.schemawatch.checks.convention.ModelNameCase;
import dev.schemawatch.checks.convention.ModelNameNumber;
import dev.schemawatch.checks.convention.ModelNamePrefix;
import dev.schemawatch.checks.convention.RequiredIgnoredField;
import dev.schemawatch.checks.convention.TableNameCase;
import dev.schemawatch.checks.convention.UnboundedString;
import dev.schemawatch.checks.convention.WrongFieldType;
import dev.schemawatch.checks.env.EnvChecks;
import dev.schemawatch.checks.file.UnreadableFile;
import dev.schemawatch.checks.migration.DeletedMergedMigration;
import dev.schemawatch.checks.migration.DuplicateMigrationNumber;
import dev.schemawatch.checks.migration.DuplicateMigrationTimestamp;
import dev.schemawatch.checks.migration.EditedMergedMigration;
import dev.schemawatch.checks.migration.EmptyMigrationFile;
import dev.schemawatch.checks.migration.EmptyMigrationFolder;
import dev.schemawatch.checks.migration.MalformedMigrationTimestamp;
import dev.schemawatch.checks.migration.MergedMigrationLineEnds;
import dev.schemawatch.checks.migration.MigrationNumberGap;
import dev.schemawatch.checks.migration.MigrationOutOfOrder;
import dev.schemawatch.checks.migration.MissingMigrationLock;
import dev.schemawatch.checks.migration.MissingMigrationsFolder;
import dev.schemawatch.checks.migration.ReformattedMergedMigration;
import dev.schemawatch.checks.migration.SchemaChangedWithoutMigration;
import dev.schemawatch.checks.migration.ShrunkenSchema;
import dev.schemawatch.checks.migration.WrongMigrationLock;
import dev.schemawatch.checks.prisma.ForeignKeyWithoutIndex;
import dev.schemawatch.checks.prisma.MissingOrEmptySchema;
import dev.schemawatch.checks.prisma.MissingRequiredModel;
import dev.schemawatch.checks.prisma.MissingTenantField;
import dev.schemawatch.checks.prisma.SuspiciouslySmallSchema;
import dev.schemawatch.checks.prisma.UniqueWithoutTenant;
import dev.schemawatch.checks.prisma.UnknownTenantModel;
import dev.schemawatch.checks.prisma.UpdatedAtWithoutDefault;
import dev.schemawatch.checks.prisma.UuidStoredAsText;
import dev.schemawatch.checks.safety.SafetyChecks;
import dev.schemawatch.env.EnvParser;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.RuleCatalog;
import dev.schemawatch.finding.SuppressionRules;
import dev.schemawatch.migration.HistoryRules;
import dev.schemawatch.prisma.SchemaRules;
import dev.schemawatch.replay.ReplayRules;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every check and every rule there is. They are listed here and not discovered: a one-shot command starts no container. */
public final class Checks {
    private Checks() {}

    /** All checks, sorted by the id of their rules; those that the settings leave nothing to do find nothing. */
    public static List<Check<?>> all(CheckSettings settings) {
        Stream<Check<?>> others = Stream.of(
                new ColumnNameCase(settings),
                new DeletedMergedMigration(),
                new DuplicateMigrationNumber(),
                new DuplicateMigrationTimestamp(),
                new EditedMergedMigration(),
                new EmptyMigrationFile(),
                new EmptyMigrationFolder(),
                new EnumNameCase(settings),
                new EnumValueCase(settings),
                new FieldNameCase(settings),
                new FieldNameNumber(settings),
                new FieldOrder(settings),
                new ForbiddenField(settings),
                new ForeignKeyWithoutIndex(),
                new ListWithoutDefault(),
                new MalformedMigrationTimestamp(),
                new MergedMigrationLineEnds(),
                new MigrationNumberGap(),
                new MigrationOutOfOrder(),
                new MissingField(settings),
                new MissingIndex(settings),
                new MissingMigrationLock(),
                new MissingMigrationsFolder(),
                new MissingOrEmptySchema(),
                new MissingRequiredModel(settings),
                new MissingTenantField(settings),
                new ModelNameCase(settings),
                new ModelNameNumber(settings),
                new ModelNamePrefix(settings),
                new ReformattedMergedMigration(),
                new RequiredIgnoredField(),
                new SchemaChangedWithoutMigration(),
                new ShrunkenSchema(settings),
                new SuspiciouslySmallSchema(settings),
                new TableNameCase(settings),
                new UnboundedString(settings),
                new UniqueWithoutTenant(settings),
                new UnknownTenantModel(settings),
                new UnreadableFile(),
                new UpdatedAtWithoutDefault(),
                new UuidStoredAsText(),
                new WrongFieldType(settings),
                new WrongMigrationLock());
        return Stream.<Stream<? extends Check<?>>>of(
                        others, EnvChecks.all(settings).stream(), SafetyChecks.all(settings).stream())
                .<Check<?>>flatMap(checks -> checks)
                .sorted(Comparator.comparing(check -> check.rule().id()))
                .toList();
    }

    /** Every rule as it declares itself. */
    public static RuleSelection standard() {
        return RuleSelection.standard(catalog());
    }

    /** {@link #rules} by their names. */
    public static RuleCatalog catalog() {
        return new RuleCatalog(rules());
    }

    /**
     * The rules of all findings that an outcome can hold, sorted by id: those of the checks, of the readers, of the histories
     * of databases, of dry runs and of suppressions.
     */
    public static List<Rule> rules() {
        Stream<Rule> ofReaders = Stream.of(
                        SchemaRules.all(),
                        HistoryRules.all(),
                        SuppressionRules.all(),
                        ReplayRules.all(),
                        List.of(EnvParser.RULE))
                .flatMap(List::stream);
        return Stream.concat(all(CheckSettings.NONE).stream().map(Check::rule), ofReaders)
                .sorted(Comparator.comparing(Rule::id))
                .toList();
    }
}
