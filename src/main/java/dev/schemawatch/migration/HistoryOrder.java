package dev.schemawatch.migration;

import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.workspace.ScriptOrder;
import java.util.Comparator;
import java.util.function.Predicate;

/**
 * The order of a whole folder. Prisma sorts its migrations by their names as text (Prisma 6.19: listing of the migrations
 * directory); people count.
 */
final class HistoryOrder {
    private static final Comparator<Migration> BY_TEXT =
            Comparator.comparing(Migration::name).thenComparing(Migration::path);
    private static final Comparator<Migration> BY_NUMBER =
            Comparator.comparing(Migration::name, MigrationOrder.INSTANCE).thenComparing(Migration::path);

    private HistoryOrder() {}

    /** The order in which they are taken for one history. */
    static Comparator<Migration> of(ScriptOrder order) {
        return switch (order) {
            case PRISMA_FIRST -> inTwoParts(HistoryOrder::isCounted);
            case SCRIPTS_FIRST -> inTwoParts(migration -> migration.author() == Author.PRISMA);
            case BY_NAME -> BY_TEXT;
        };
    }

    private static boolean isCounted(Migration migration) {
        return migration.author() == Author.HAND
                && MigrationName.timestamp(migration.name()).isEmpty();
    }

    private static Comparator<Migration> inTwoParts(Predicate<Migration> isLast) {
        return (left, right) -> {
            int byPart = Boolean.compare(isLast.test(left), isLast.test(right));
            if (byPart != 0) {
                return byPart;
            }
            boolean byNumber = left.author() == Author.HAND && right.author() == Author.HAND;
            return (byNumber ? BY_NUMBER : BY_TEXT).compare(left, right);
        };
    }
}
