package dev.schemawatch.checks.file;

import dev.schemawatch.check.Check;
import dev.schemawatch.check.Fact;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.workspace.SourceFile;
import java.util.stream.Stream;

/**
 * Flags a file that could not be read as text: all other checks pass it over. A folder in the place of a {@code .env} is a
 * warning: loaders pass it over too, and some keep a virtual environment of Python there.
 */
public final class UnreadableFile implements Check<SourceFile> {
    private static final Rule RULE = Rule.of(UnreadableFile.class, Severity.ERROR)
            .summary("A file that cannot be read as text")
            .why(
                    "Whatever is in the file is left out of every other check, so an error in it goes unnoticed, and Prisma"
                            + " stops at it.")
            .instead("A file of UTF-8 text in its place, which the user who runs Schemawatch may read.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Fact<SourceFile> reads() {
        return Fact.EACH_FILE;
    }

    @Override
    public Stream<Finding> inspect(SourceFile file) {
        return switch (file.content()) {
            case SourceFile.Content.Text _ -> Stream.empty();
            case SourceFile.Content.Unreadable(String reason, String remedy)
            when isMeantToBeText(file.path()) ->
                Stream.of(RULE.at(Location.InFile.whole(file.path()), "file", "the file " + reason + "; " + remedy))
                        .map(finding -> isPassedOver(file) ? finding.withSeverity(Severity.WARNING) : finding);
            case SourceFile.Content.Unreadable _ -> Stream.empty();
        };
    }

    private static boolean isPassedOver(SourceFile file) {
        return file.content().equals(SourceFile.Content.Unreadable.FOLDER)
                && file.path().endsWith(".env");
    }

    /** A migrations folder may hold anything beside the scripts; what a garbled name stands for, nobody knows. */
    private static boolean isMeantToBeText(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.endsWith(".prisma")
                || name.endsWith(".sql")
                || name.startsWith(".env")
                || name.indexOf('\uFFFD') >= 0;
    }
}
