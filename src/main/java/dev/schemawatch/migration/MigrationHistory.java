package dev.schemawatch.migration;

import dev.schemawatch.workspace.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds the migrations of the repository against the rows of {@code _prisma_migrations}. Hand-written scripts take no
 * part: Prisma neither applies nor records them.
 */
public final class MigrationHistory {
    private static final Comparator<AppliedMigration> OLDEST_FIRST = Comparator.comparing(AppliedMigration::startedAt);

    private final Map<String, Migration> files = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> applied = new ArrayList<>();
    private final List<String> pending = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> edited = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> rolledBack = new ArrayList<>();

    private MigrationHistory(MigrationFolder folder) {
        for (Migration migration : folder.migrations()) {
            if (migration.author() == Migration.Author.PRISMA) {
                files.put(migration.name(), migration);
            }
        }
        known.addAll(files.keySet());
        known.addAll(folder.unreadable());
    }

    /**
     * What the rows say of the folder. A name may have several rows after {@code migrate resolve --rolled-back}: the newest
     * that was not rolled back counts. A migration that was rolled back and is still in the repository is pending as well:
     * Prisma will apply it again.
     */
    public static HistoryVerdict judge(MigrationFolder folder, List<AppliedMigration> rows) {
        MigrationHistory history = new MigrationHistory(folder);
        Map<String, List<AppliedMigration>> rowsByName = new TreeMap<>();
        history.files.keySet().forEach(name -> rowsByName.put(name, new ArrayList<>()));
        rows.forEach(row ->
                rowsByName.computeIfAbsent(row.name(), _ -> new ArrayList<>()).add(row));
        rowsByName.forEach(history::judge);
        return new HistoryVerdict(
                history.applied, history.pending, history.unknown, history.edited, history.failed, history.rolledBack);
    }

    private void judge(String name, List<AppliedMigration> rows) {
        Optional<AppliedMigration> inForce =
                rows.stream().filter(row -> row.rolledBackAt().isEmpty()).max(OLDEST_FIRST);
        if (inForce.isEmpty()) {
            if (!rows.isEmpty()) {
                rolledBack.add(name);
            }
            if (known.contains(name)) {
                pending.add(name);
            }
        } else if (inForce.get().finishedAt().isEmpty()) {
            failed.add(name);
        } else if (!known.contains(name)) {
            unknown.add(name);
        } else if (isUnchanged(name, inForce.get())) {
            applied.add(name);
        } else {
            edited.add(name);
        }
    }

    /** A script that cannot be read today is taken for unchanged: another rule reports it. */
    private boolean isUnchanged(String name, AppliedMigration row) {
        Migration migration = files.get(name);
        return migration == null
                || migration.checksum().sha256().equals(row.checksum())
                || otherForms(migration).anyMatch(row.checksum()::equals);
    }

    /**
     * The checksums that Prisma takes for this script as well: with the other line ends, and as early versions wrote them,
     * without the leading zero of a byte (Prisma 6.19: migration checksums). A byte order mark is a part of it.
     */
    private static Stream<String> otherForms(Migration migration) {
        String unix = (migration.file().hasByteOrderMark() ? "\uFEFF" : "")
                + migration.script().replace("\r\n", "\n");
        return Stream.of(migration.checksum().sha256(), sha256(unix), sha256(unix.replace("\n", "\r\n")))
                .flatMap(checksum -> Stream.of(checksum, unpadded(checksum)));
    }

    private static String sha256(String script) {
        return Fingerprint.of(script).sha256();
    }

    /** Each byte in hexadecimal without its leading zero. */
    private static String unpadded(String checksum) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index + 1 < checksum.length(); index += 2) {
            if (checksum.charAt(index) != '0') {
                text.append(checksum.charAt(index));
            }
            text.append(checksum.charAt(index + 1));
        }
        return text.toString();
    }
}
