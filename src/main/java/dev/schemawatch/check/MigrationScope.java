package dev.schemawatch.check;

import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationOrder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which migrations are held against the rules of safety: what ran long ago cannot be made safe any more.
 *
 * @param startAfter the name of the last migration, or the beginning of its name, that is left alone; empty to leave alone
 *     what the main branch has
 * @param all whether no migration is left alone
 */
public record MigrationScope(Optional<String> startAfter, boolean all) {
    /** Without git nobody knows what is new; so many of the latest are looked at then. */
    private static final int WITHOUT_GIT = 10;

    /** What the main branch does not have yet. */
    public static final MigrationScope NEW = new MigrationScope(Optional.empty(), false);

    /** All of them. */
    public static final MigrationScope ALL = new MigrationScope(Optional.empty(), true);

    public MigrationScope {
        Objects.requireNonNull(startAfter);
    }

    /**
     * Those that are held against them.
     *
     * @param migrations of a project, in order
     * @param settled the paths that the main branch has; empty where there is no git to ask
     */
    public List<Migration> coming(List<Migration> migrations, Optional<? extends Set<String>> settled) {
        if (all) {
            return migrations;
        }
        if (startAfter.isPresent()) {
            return migrations.stream()
                    .filter(migration -> isAfter(migration, startAfter.get()))
                    .toList();
        }
        return settled.isPresent()
                ? migrations.stream()
                        .filter(migration -> !settled.get().contains(migration.path()))
                        .toList()
                : latest(migrations);
    }

    /** Of each author as many: whoever wrote more must not hide what the other wrote last. */
    private static List<Migration> latest(List<Migration> migrations) {
        Map<Migration.Author, Integer> taken = new EnumMap<>(Migration.Author.class);
        return migrations.reversed().stream()
                .filter(migration -> taken.merge(migration.author(), 1, Integer::sum) <= WITHOUT_GIT)
                .toList()
                .reversed();
    }

    private static boolean isAfter(Migration migration, String last) {
        return !migration.name().startsWith(last) && MigrationOrder.INSTANCE.compare(migration.name(), last) > 0;
    }
}
