package dev.schemawatch.engine;

import dev.schemawatch.check.Reach;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What became of a project's migrations since a commit, statement by statement. A script that is gone, or has moved, defines
 * nothing; nor does a comment.
 */
final class MigrationEdits {
    private final String folder;
    private final ProjectReader committed;
    private final ProjectReader now;

    MigrationEdits(String folder, ProjectReader committed, ProjectReader now) {
        this.folder = folder;
        this.committed = committed;
        this.now = now;
    }

    /** What can be defined by the statements that scripts gained, or lost while the script stayed. */
    Reach reach() {
        SortedMap<String, SourceFile> before = committed.scripts(folder);
        SortedMap<String, SourceFile> after = now.scripts(folder);
        List<List<String>> gone = new ArrayList<>();
        before.forEach((path, file) -> {
            if (!after.containsKey(path)) {
                committed.migration(folder, file).ifPresent(migration -> gone.addAll(words(migration)));
            }
        });
        Reach reach = Reach.NONE;
        for (SourceFile file : after.values()) {
            Optional<SourceFile> old = Optional.ofNullable(before.get(file.path()));
            if (old.filter(file::equals).isEmpty()) {
                reach = reach.and(reach(old, file, gone));
            }
        }
        return reach;
    }

    /** @param gone what the scripts held that are gone; what is in this one too is taken out */
    private Reach reach(Optional<SourceFile> old, SourceFile file, List<List<String>> gone) {
        Optional<Migration> after = now.migration(folder, file);
        Optional<Migration> before = old.flatMap(script -> committed.migration(folder, script));
        if (after.isEmpty() || before.isPresent() != old.isPresent()) {
            return Reach.ANYTHING;
        }
        List<List<String>> left = before.map(MigrationEdits::words).orElse(gone);
        List<SqlStatement> edited = new ArrayList<>();
        for (SqlStatement statement : after.get().statements()) {
            if (!left.remove(statement.words())) {
                edited.add(statement);
            }
        }
        before.ifPresent(migration -> {
            for (SqlStatement statement : migration.statements()) {
                if (left.remove(statement.words())) {
                    edited.add(statement);
                }
            }
        });
        return Reach.of(edited);
    }

    private static List<List<String>> words(Migration migration) {
        List<List<String>> words = new ArrayList<>();
        migration.statements().forEach(statement -> words.add(statement.words()));
        return words;
    }
}
