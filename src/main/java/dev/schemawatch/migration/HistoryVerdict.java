package dev.schemawatch.migration;

import java.util.List;

/**
 * How the migrations of the repository and the rows of {@code _prisma_migrations} relate; each list in migration order.
 *
 * @param applied in both, with the same content
 * @param pending in the repository, not applied
 * @param unknown applied, not in the repository
 * @param edited applied, and changed in the repository since
 * @param failed begun and never finished
 * @param rolledBack marked as rolled back, and not applied since
 */
public record HistoryVerdict(
        List<String> applied,
        List<String> pending,
        List<String> unknown,
        List<String> edited,
        List<String> failed,
        List<String> rolledBack) {
    public HistoryVerdict {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        unknown = List.copyOf(unknown);
        edited = List.copyOf(edited);
        failed = List.copyOf(failed);
        rolledBack = List.copyOf(rolledBack);
    }
}
