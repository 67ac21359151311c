package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.MigrationName;
import dev.schemawatch.migration.MigrationOrder;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Flags a new migration that comes before one that everybody has already. */
public final class MigrationOutOfOrder implements MergedCheck {
    private static final Rule RULE = Rule.of(MigrationOutOfOrder.class, Severity.WARNING)
            .summary("A new migration comes before one that was merged already")
            .why(
                    "Databases that have run the later one get this one after it, new databases before it. When the two touch the same objects, one of the orders fails or leaves something else behind.")
            .instead(
                    "Name it so that it comes last: give it the time of now, or the next number, before it is applied anywhere.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MergedMigrations migrations) {
        return migrations.isSquashed()
                ? Stream.empty()
                : migrations
                        .added()
                        .flatMap(migration -> last(migrations, migration.author())
                                .filter(last -> order(migration.author()).compare(migration.name(), last) < 0
                                        && !isSameNumber(migration.name(), last))
                                .map(last -> RULE.at(
                                        Location.InFile.whole(migration.path()),
                                        migration.name(),
                                        "the new migration comes before " + last + ", which " + migrations.branch()
                                                + " has already: databases that have run that get this one after it, new ones before"
                                                + " it; give it a name that comes last before it is applied anywhere"))
                                .stream());
    }

    /** The last migration of that author that the branch has now. */
    private static Optional<String> last(MergedMigrations migrations, Author author) {
        String folder = migrations.now().path();
        return migrations.paths().stream()
                .filter(path -> (path.indexOf('/', folder.length() + 1) > 0) == (author == Author.PRISMA))
                .flatMap(path -> MigrationFolder.name(folder, path).stream())
                .max(order(author));
    }

    /** Prisma sorts names as text (Prisma 6.19: listing of the migrations directory); people count. */
    private static Comparator<String> order(Author author) {
        return switch (author) {
            case PRISMA -> Comparator.naturalOrder();
            case HAND -> MigrationOrder.INSTANCE;
        };
    }

    /** Of two with the same number, another rule says so. */
    private static boolean isSameNumber(String name, String other) {
        return MigrationName.digits(name).isPresent()
                && MigrationName.digits(name).equals(MigrationName.digits(other));
    }
}
