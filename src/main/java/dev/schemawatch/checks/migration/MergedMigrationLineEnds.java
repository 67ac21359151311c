package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MergedMigrations;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.ScriptEdit;
import java.util.List;
import java.util.stream.Stream;

/** Tells of merged migrations that only end their lines otherwise. Where all of them do, a checkout with CRLF made them so. */
public final class MergedMigrationLineEnds implements MergedCheck {
    private static final Rule RULE = Rule.of(MergedMigrationLineEnds.class, Severity.INFO)
            .summary("A merged migration changed in its line ends only")
            .why(
                    "Prisma takes both forms for the same migration, so no database is out of step; but every line of the file is in the difference that people read, and other tools that compare checksums do not forgive it.")
            .instead("Restore the script, and say in .gitattributes how lines end: migration.sql text eol=lf.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MergedMigrations migrations) {
        List<MergedScript> scripts = MergedScript.of(migrations).toList();
        List<MergedScript> changed = scripts.stream()
                .filter(script -> script.edit() == ScriptEdit.LINE_ENDS)
                .toList();
        return isConverted(scripts, changed)
                ? Stream.empty()
                : changed.stream()
                        .map(script -> RULE.at(
                                Location.InFile.whole(script.migration().path()),
                                script.migration().name(),
                                "only the ends of lines differ from " + migrations.branch()
                                        + ", which Prisma takes for the same; restore it ("
                                        + migrations.restore(script.migration().path())
                                        + ") and say in .gitattributes how lines end"));
    }

    /** Git itself converts all that it checks out, and back again. */
    private static boolean isConverted(List<MergedScript> scripts, List<MergedScript> changed) {
        return scripts.stream()
                .filter(script -> script.before().contains("\n"))
                .allMatch(script -> script.migration().script().contains("\r\n") && changed.size() > 1);
    }
}
