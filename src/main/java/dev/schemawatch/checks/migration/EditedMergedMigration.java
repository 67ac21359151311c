package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.finding.Span;
import dev.schemawatch.migration.ScriptEdit;
import java.util.stream.Stream;

/** Flags a migration that says something else than the branch that everybody has. */
public final class EditedMergedMigration implements MergedCheck {
    private static final Rule RULE = Rule.of(EditedMergedMigration.class, Severity.ERROR)
            .summary("A migration was changed after it was merged")
            .why(
                    "Databases that have run it keep what it said then, new ones get what it says now, and nothing brings the two together. Prisma knows a migration by its checksum: prisma migrate dev wants to reset every database that has run the old one.")
            .instead("Restore the script, and put the change into a new migration.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MergedMigrations migrations) {
        return MergedScript.of(migrations)
                .filter(script -> script.edit() == ScriptEdit.STATEMENTS)
                .map(script -> RULE.at(
                        firstDifference(script),
                        script.migration().name(),
                        migrations.branch()
                                + " has this migration already and says otherwise from here on; restore it ("
                                + migrations.restore(script.migration().path())
                                + ") and put the change into a new migration"));
    }

    private static Location.InFile firstDifference(MergedScript script) {
        String now = script.migration().script();
        String before = script.before();
        int shorter = Math.min(now.length(), before.length());
        int same = 0;
        while (same < shorter && now.charAt(same) == before.charAt(same)) {
            same++;
        }
        String path = script.migration().path();
        int start = now.lastIndexOf('\n', same - 1) + 1;
        int end = now.indexOf('\n', same);
        return same == now.length()
                ? Location.InFile.whole(path)
                : Location.InFile.of(path, now, new Span(start, end < 0 ? now.length() : end));
    }
}
