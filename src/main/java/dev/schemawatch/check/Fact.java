package dev.schemawatch.check;

import dev.schemawatch.env.EnvFile;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.workspace.SourceFile;

/**
 * A kind of value that checks can read. The set is closed: a new fact is a constant here and a derivation in the engine.
 *
 * @param <F> the type of the values
 */
public final class Fact<F> {

    /** Each file of the repository that Schemawatch reads, whatever is in it. */
    public static final Fact<SourceFile> EACH_FILE = new Fact<>("file", SourceFile.class);

    /** Per project: its schema files as they lie on the disk, before anything is parsed. */
    public static final Fact<SchemaFiles> SCHEMA_FILES = new Fact<>("schema files", SchemaFiles.class);

    /** Per project: its schema, parsed and resolved; missing while it has errors. */
    public static final Fact<ProjectSchema> SCHEMA = new Fact<>("schema", ProjectSchema.class);

    /** The schemas of all projects together, once; missing while one of them has errors. */
    public static final Fact<AllSchemas> ALL_SCHEMAS = new Fact<>("all schemas", AllSchemas.class);

    /** Per project: its migrations folder as a whole. */
    public static final Fact<MigrationFolder> MIGRATIONS = new Fact<>("migrations folder", MigrationFolder.class);

    /** Each migration whose script is text. */
    public static final Fact<Migration> EACH_MIGRATION = new Fact<>("migration", Migration.class);

    /** Per project: the names of its migrations. */
    public static final Fact<MigrationSeries> MIGRATION_SERIES =
            new Fact<>("names of migrations", MigrationSeries.class);

    /** Per migrations folder: for which kind of database it is; missing while the schema has errors. */
    public static final Fact<MigrationLock> MIGRATION_LOCK = new Fact<>("migration lock", MigrationLock.class);

    /** Per project: its migrations beside those of the branch that work is merged into; missing without git. */
    public static final Fact<MergedMigrations> MERGED_MIGRATIONS =
            new Fact<>("merged migrations", MergedMigrations.class);

    /** Each migration that is still to run and is held against the rules of safety, as {@link MigrationScope} says. */
    public static final Fact<Rollout> EACH_ROLLOUT = new Fact<>("migration to come", Rollout.class);

    /** Per project: git's HEAD against the working tree; missing without a commit. */
    public static final Fact<Evolution> EVOLUTION = new Fact<>("change since the last commit", Evolution.class);

    /** Each {@code .env} file that is text. */
    public static final Fact<EnvFile> EACH_ENV_FILE = new Fact<>("environment file", EnvFile.class);

    /** The environment files of the repository together, once; also where there are none. */
    public static final Fact<RepositoryEnvironment> ENVIRONMENT =
            new Fact<>("environment", RepositoryEnvironment.class);

    private final String name;
    private final Class<F> type;

    private Fact(String name, Class<F> type) {
        this.name = name;
        this.type = type;
    }

    /** The class of the values. */
    public Class<F> type() {
        return type;
    }

    /** What one value is, as a noun for people. */
    @Override
    public String toString() {
        return name;
    }
}
