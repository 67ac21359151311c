package dev.schemawatch.check;

import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.MigrationName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The migrations of a project by their names.
 *
 * @param coming the paths of those that are still to run: the names of others cannot be changed any more
 */
public record MigrationSeries(MigrationFolder folder, Set<String> coming) {
    public MigrationSeries {
        Objects.requireNonNull(folder);
        coming = Set.copyOf(coming);
    }

    /** Those that are named by a moment, whoever wrote them. */
    public List<Migration> timestamped() {
        return folder.migrations().stream()
                .filter(migration -> MigrationName.timestamp(migration.name()).isPresent())
                .toList();
    }

    /** Those of that author that are counted. */
    public List<Migration> numbered(Author author) {
        return folder.migrations().stream()
                .filter(migration -> migration.author() == author)
                .filter(migration -> MigrationName.number(migration.name()).isPresent())
                .toList();
    }

    /** Those of these that are still to run. */
    public Stream<Migration> coming(List<Migration> migrations) {
        return migrations.stream().filter(migration -> coming.contains(migration.path()));
    }
}
