package dev.schemawatch.engine;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.check.Orphan;
import dev.schemawatch.check.Reach;
import dev.schemawatch.check.ScriptReach;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.MigrationFolder;
import dev.schemawatch.schema.DatabaseSchema;
import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.workspace.Mainline;
import dev.schemawatch.workspace.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What became of a project's migrations since a commit, statement by statement. A script that has moved defines nothing, nor
 * does a comment.
 */
final class MigrationEdits {
    private final ProjectState project;
    private final String folder;
    private final Optional<Mainline> mainline;
    private final ProjectReader committed;
    private final ProjectReader now;
    private final SortedMap<String, SourceFile> before;
    private final SortedMap<String, SourceFile> after;

    /** @param project as it is now */
    MigrationEdits(ProjectState project, Optional<Mainline> mainline, ProjectReader committed, ProjectReader now) {
        this.project = project;
        this.folder = project.project().migrations();
        this.mainline = mainline;
        this.committed = committed;
        this.now = now;
        this.before = committed.scripts(folder);
        this.after = now.scripts(folder);
    }

    /** What can be defined by the statements that scripts gained or lost. */
    ScriptReach reach() {
        List<Said> gone = new ArrayList<>();
        before.forEach((path, file) -> {
            if (!after.containsKey(path)) {
                committed.migration(folder, file).ifPresent(migration -> gone.addAll(said(migration)));
            }
        });
        Reach written = Reach.NONE;
        for (SourceFile file : after.values()) {
            Optional<SourceFile> old = Optional.ofNullable(before.get(file.path()));
            if (old.filter(file::equals).isEmpty()) {
                written = written.and(reach(old, file, gone));
            }
        }
        return new ScriptReach(
                written,
                Reach.of(gone.stream().map(Said::statement).toList()),
                Reach.of(gone.stream()
                        .filter(said -> said.words().contains("DROP"))
                        .map(Said::statement)
                        .toList()));
    }

    /**
     * What both databases expect and only the committed migrations make. What everybody has already is none of it: there a
     * missing migration is a fault of its own.
     *
     * @param written what statements define anew
     */
    List<Orphan> orphans(DatabaseSchema expectedBefore, DatabaseSchema expectedNow, Reach written) {
        MigrationFolder present = project.migrations();
        boolean nothingLost =
                before.entrySet().stream().allMatch(entry -> entry.getValue().equals(after.get(entry.getKey())));
        if (nothingLost || !present.exists()) {
            return List.of();
        }
        Optional<MergedMigrations> merged = mainline.map(branch -> MergedMigrations.of(present, branch))
                .filter(migrations -> !migrations.isSquashed());
        MigrationFolder old = committed.migrations(project.project(), Collections.emptySortedSet());
        return new Retraction(old.migrations(), present.migrations(), written)
                .orphans(expectedBefore, expectedNow).stream()
                        .filter(orphan -> merged.filter(migrations -> migrations
                                        .merged()
                                        .containsKey(orphan.maker().path()))
                                .isEmpty())
                        .toList();
    }

    /** @param gone what the scripts held that are gone; what is in this one too is taken out */
    private Reach reach(Optional<SourceFile> old, SourceFile file, List<Said> gone) {
        Optional<Migration> present = now.migration(folder, file);
        Optional<Migration> earlier = old.flatMap(script -> committed.migration(folder, script));
        if (present.isEmpty() || earlier.isPresent() != old.isPresent()) {
            return Reach.ANYTHING;
        }
        List<Said> left = earlier.map(MigrationEdits::said).orElse(gone);
        List<SqlStatement> edited = new ArrayList<>();
        for (Said said : said(present.get())) {
            if (!left.remove(said)) {
                edited.add(said.statement());
            }
        }
        if (earlier.isPresent()) {
            left.forEach(said -> edited.add(said.statement()));
        }
        return Reach.of(edited);
    }

    private static List<Said> said(Migration migration) {
        List<Said> said = new ArrayList<>();
        migration.statements().forEach(statement -> said.add(new Said(statement.words(), statement)));
        return said;
    }

    /** A statement, equal to every other one with the same words. */
    private record Said(List<String> words, SqlStatement statement) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Said said && words.equals(said.words);
        }

        @Override
        public int hashCode() {
            return words.hashCode();
        }
    }
}
