package dev.schemawatch.engine;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.migration.HistoryVerdict;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.migration.ScriptEdit;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where each migration is: in the folder, in the branch that work is merged into, in a database.
 *
 * @param lines Prisma's migrations in the order in which Prisma applies them, then people's own scripts
 * @param verdict the gravest that holds
 */
public record MigrationStatus(List<Line> lines, Verdict verdict) {
    public MigrationStatus {
        lines = List.copyOf(lines);
        Objects.requireNonNull(verdict);
    }

    /** One migration. */
    public record Line(String name, boolean inFolder, Merged merged, State state) {
        public Line {
            Objects.requireNonNull(name);
            Objects.requireNonNull(merged);
            Objects.requireNonNull(state);
        }
    }

    /** What the branch that work is merged into has of a migration. */
    public enum Merged {
        YES,
        /** It has the migration, and says otherwise. */
        EDITED,
        NO,
        /** There is no git to ask. */
        UNKNOWN
    }

    /** What a database has of a migration. */
    public enum State {
        APPLIED,
        PENDING,
        /** Pending, while a later one is applied already. */
        OUT_OF_ORDER,
        /** Marked as rolled back, and so pending again. */
        ROLLED_BACK,
        /** Applied, and changed in the folder since. */
        EDITED,
        /** Applied, and not in the folder. */
        MISSING,
        /** Begun and never finished. */
        FAILED,
        /** Applied by people: no database keeps a record of it. */
        BY_HAND
    }

    /** What is to be done about a database; each is graver than the ones before it. */
    public enum Verdict {
        UP_TO_DATE,
        /** There are migrations to apply. */
        PENDING,
        /** It has run what the folder does not hold, or holds otherwise. */
        DIVERGED,
        /** A migration did not finish, and Prisma applies no other. */
        FAILED
    }

    /**
     * The status of one database.
     *
     * @param merged empty where there is no git
     */
    public static MigrationStatus of(
            MigrationFolder folder, Optional<MergedMigrations> merged, HistoryVerdict history) {
        List<Line> lines = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        folder.migrations().stream()
                .filter(migration -> migration.author() == Author.PRISMA)
                .forEach(migration -> names.add(migration.name()));
        List.of(
                        history.applied(),
                        history.pending(),
                        history.unknown(),
                        history.edited(),
                        history.failed(),
                        history.rolledBack())
                .forEach(names::addAll);
        for (String name : names) {
            lines.add(line(folder, merged, name, folder.path() + "/" + name + "/migration.sql", state(name, history)));
        }
        folder.migrations().stream()
                .filter(migration -> migration.author() == Author.HAND)
                .forEach(migration ->
                        lines.add(line(folder, merged, migration.name(), migration.path(), State.BY_HAND)));
        return new MigrationStatus(lines, verdict(history));
    }

    /** How many are in that state. */
    public long count(State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    private static Verdict verdict(HistoryVerdict history) {
        if (!history.failed().isEmpty()) {
            return Verdict.FAILED;
        }
        if (!history.unknown().isEmpty() || !history.edited().isEmpty()) {
            return Verdict.DIVERGED;
        }
        return history.pending().isEmpty() ? Verdict.UP_TO_DATE : Verdict.PENDING;
    }

    private static State state(String name, HistoryVerdict history) {
        if (history.failed().contains(name)) {
            return State.FAILED;
        }
        if (history.edited().contains(name)) {
            return State.EDITED;
        }
        if (history.unknown().contains(name)) {
            return State.MISSING;
        }
        if (history.rolledBack().contains(name)) {
            return State.ROLLED_BACK;
        }
        if (history.applied().contains(name)) {
            return State.APPLIED;
        }
        return isAfter(history.applied(), name) || isAfter(history.edited(), name) || isAfter(history.unknown(), name)
                ? State.OUT_OF_ORDER
                : State.PENDING;
    }

    private static boolean isAfter(Collection<String> names, String name) {
        return names.stream().anyMatch(other -> other.compareTo(name) > 0);
    }

    private static Line line(
            MigrationFolder folder, Optional<MergedMigrations> merged, String name, String path, State state) {
        Optional<Migration> here = folder.migrations().stream()
                .filter(migration -> migration.path().equals(path))
                .findFirst();
        boolean inFolder = here.isPresent() || folder.unreadable().contains(name);
        return new Line(
                name, inFolder, merged.map(branch -> merged(branch, path, here)).orElse(Merged.UNKNOWN), state);
    }

    private static Merged merged(MergedMigrations branch, String path, Optional<Migration> here) {
        SourceFile file = branch.merged().get(path);
        if (file == null) {
            return branch.paths().contains(path) ? Merged.YES : Merged.NO;
        }
        boolean edited = here.isPresent()
                && file.content() instanceof Content.Text before
                && switch (ScriptEdit.between(
                        before, new Content.Text(here.get().script(), here.get().checksum()))) {
                    case NONE, LINE_ENDS -> false;
                    case BYTE_ORDER_MARK, WHITE_SPACE, COMMENTS, STATEMENTS -> true;
                };
        return edited ? Merged.EDITED : Merged.YES;
    }
}
