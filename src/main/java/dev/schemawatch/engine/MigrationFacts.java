package dev.schemawatch.engine;

import dev.schemawatch.check.Fact;
import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.check.MigrationLock;
import dev.schemawatch.check.MigrationSeries;
import dev.schemawatch.check.RuleSelection;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.Observations;
import dev.schemawatch.prisma.Datasource;
import dev.schemawatch.workspace.Project;
import dev.schemawatch.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The derivations from migrations folders to what is checked of them. */
final class MigrationFacts {
    private final Workspace workspace;
    private final Observations observations;
    private final RuleSelection selection;
    private final Steps steps;
    private final Facts facts;

    MigrationFacts(Inputs inputs, RuleSelection selection, Steps steps, Facts facts) {
        this.workspace = inputs.workspace();
        this.observations = inputs.observations();
        this.selection = selection;
        this.steps = steps;
        this.facts = facts;
    }

    /** Enters those of one project. The migrations of another database are written in another SQL. */
    void read(Project project, ReadSchema schema, MigrationFolder migrations) {
        if (isForeign(schema)) {
            String reason = project.schema() + " is not for PostgreSQL";
            List.of(
                            Fact.MIGRATIONS,
                            Fact.MIGRATION_SERIES,
                            Fact.MERGED_MIGRATIONS,
                            Fact.EACH_MIGRATION,
                            Fact.EACH_ROLLOUT)
                    .forEach(fact -> facts.putMissing(fact, project.schema(), reason));
            return;
        }
        facts.put(Fact.MIGRATIONS, project.schema(), migrations);
        for (Migration migration : migrations.migrations()) {
            facts.put(Fact.EACH_MIGRATION, migration.path(), migration);
        }
        readMerged(project, migrations);
        Set<String> paths = coming(migrations).stream().map(Migration::path).collect(Collectors.toSet());
        facts.put(Fact.MIGRATION_SERIES, project.schema(), new MigrationSeries(migrations, paths));
    }

    private static boolean isForeign(ReadSchema schema) {
        return schema instanceof ReadSchema.Sound sound && !sound.forPostgresql();
    }

    private List<Migration> coming(MigrationFolder migrations) {
        return selection.scope().coming(migrations.migrations(), workspace.settled());
    }

    private void readMerged(Project project, MigrationFolder migrations) {
        workspace
                .mainline()
                .ifPresentOrElse(
                        mainline -> facts.put(
                                Fact.MERGED_MIGRATIONS, project.schema(), MergedMigrations.of(migrations, mainline)),
                        () -> facts.putMissing(
                                Fact.MERGED_MIGRATIONS,
                                project.schema(),
                                "there is no git commit to compare " + project.schema() + " with"));
    }

    /**
     * Enters those of one project that are to come. The ledger is kept only where there is one: most of the time there is none.
     *
     * @param namespace the PostgreSQL schema that scripts mean when they name none
     */
    void readRollouts(ProjectState state, Supplier<String> namespace) {
        List<Migration> migrations = state.migrations().migrations();
        List<Migration> coming = isForeign(state.schema()) ? List.of() : coming(state.migrations());
        if (!coming.isEmpty() && facts.isWanted(Fact.EACH_ROLLOUT)) {
            Project project = state.project();
            steps.derive(
                            "rollouts",
                            project.schema(),
                            new Rollouts(migrations, coming, project.splits(), namespace.get(), observations),
                            Rollouts::all)
                    .forEach(rollout ->
                            facts.put(Fact.EACH_ROLLOUT, rollout.migration().path(), rollout));
        }
    }

    /**
     * Enters the locks of all folders. Schemas that share a folder are judged together: the migrations can be for one kind of
     * database only.
     */
    void readLocks(Collection<ProjectState> projects) {
        for (ProjectState state : projects) {
            MigrationFolder folder = state.migrations();
            List<ReadSchema> owners = projects.stream()
                    .filter(other -> other.project().migrations().equals(folder.path()))
                    .map(ProjectState::schema)
                    .toList();
            Optional<String> obstacle = owners.stream()
                    .flatMap(owner -> switch (owner) {
                        case ReadSchema.Unsound(String reason) -> Optional.of(reason).stream();
                        case ReadSchema.Sound _ -> Optional.<String>empty().stream();
                    })
                    .findFirst();
            obstacle.ifPresentOrElse(
                    reason -> facts.putMissing(Fact.MIGRATION_LOCK, folder.path(), reason),
                    () -> facts.put(Fact.MIGRATION_LOCK, folder.path(), lock(folder, providers(owners))));
        }
    }

    private MigrationLock lock(MigrationFolder folder, SortedSet<String> providers) {
        String path = folder.path() + "/migration_lock.toml";
        boolean needed = folder.migrations().stream().anyMatch(migration -> migration.author() == Author.PRISMA);
        return new MigrationLock(path, workspace.file(path), providers, needed);
    }

    private static SortedSet<String> providers(List<ReadSchema> schemas) {
        SortedSet<String> providers = new TreeSet<>();
        for (ReadSchema schema : schemas) {
            if (schema instanceof ReadSchema.Sound sound) {
                sound.schema().datasource().map(Datasource::provider).ifPresent(providers::add);
            }
        }
        return providers;
    }
}
