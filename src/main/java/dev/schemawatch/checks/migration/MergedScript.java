package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.ScriptEdit;
import dev.schemawatch.workspace.SourceFile;
import dev.schemawatch.workspace.SourceFile.Content;
import java.util.stream.Stream;

/**
 * A script that the main branch has too.
 *
 * @param before the text that it has
 */
record MergedScript(Migration migration, String before, ScriptEdit edit) {

    /** All of them, edited or not. */
    static Stream<MergedScript> of(MergedMigrations migrations) {
        return migrations.now().migrations().stream().flatMap(migration -> {
            SourceFile merged = migrations.merged().get(migration.path());
            return merged != null && merged.content() instanceof Content.Text text
                    ? Stream.of(of(migration, text))
                    : Stream.empty();
        });
    }

    private static MergedScript of(Migration migration, Content.Text before) {
        return new MergedScript(
                migration,
                before.text(),
                ScriptEdit.between(before, new Content.Text(migration.script(), migration.checksum())));
    }
}
