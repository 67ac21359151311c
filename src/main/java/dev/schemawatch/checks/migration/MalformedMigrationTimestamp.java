package dev.schemawatch.checks.migration;

import dev.schemawatch.check.MigrationSeries;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import dev.schemawatch.migration.Migration;
import dev.schemawatch.migration.Migration.Author;
import dev.schemawatch.migration.MigrationName;
import java.util.List;
import java.util.stream.Stream;

/** Flags a folder of Prisma whose name begins with no moment, where others do. Prisma itself takes any name. */
public final class MalformedMigrationTimestamp implements SeriesCheck {
    private static final Rule RULE = Rule.of(MalformedMigrationTimestamp.class, Severity.WARNING)
            .summary("A migration's name begins with no timestamp, where others do")
            .why(
                    "Prisma runs migrations in the order of their names as text. A name of another form comes somewhere in between, most often last or first for good, and not when it was made.")
            .instead(
                    "Name it as prisma migrate dev does: year, month, day, hour, minute and second in 14 digits, then _ and a word. A first migration that begins with 0 may stay.");

    /** From here on a short number is the beginning of a moment: 2024_name, 202401_name. */
    private static final int FIRST_YEAR = 1900;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> inspect(MigrationSeries series) {
        List<Migration> folders = series.folder().migrations().stream()
                .filter(migration -> migration.author() == Author.PRISMA)
                .toList();
        List<String> sound = series.timestamped().stream()
                .filter(migration -> migration.author() == Author.PRISMA)
                .map(Migration::name)
                .sorted()
                .toList();
        return !isHabit(sound.size(), folders)
                ? Stream.empty()
                : series.coming(folders)
                        .filter(migration ->
                                MigrationName.timestamp(migration.name()).isEmpty())
                        .filter(migration -> !isBaseline(migration.name(), sound.getFirst()))
                        .map(migration -> RULE.at(
                                Location.InFile.whole(migration.path()),
                                migration.name(),
                                what(migration.name()) + ", and the others with 14 digits of a moment: Prisma runs it "
                                        + place(migration.name(), sound)
                                        + "; rename the folder before it is applied anywhere"));
    }

    /** Two moments are no accident, unless most folders are counted; one is none where it is one of two. */
    private static boolean isHabit(int sound, List<Migration> folders) {
        long counted = folders.stream()
                .filter(migration -> MigrationName.number(migration.name())
                        .filter(number -> number < FIRST_YEAR)
                        .isPresent())
                .count();
        return sound > 0 && (sound * 2 >= folders.size() || (sound > 1 && counted * 2 < folders.size()));
    }

    /** What stands for all that was before the first migration, as Prisma's manual names it: {@code 0_init}. */
    private static boolean isBaseline(String name, String first) {
        return name.startsWith("0") && name.compareTo(first) < 0;
    }

    private static String what(String name) {
        return MigrationName.digits(name)
                .map(digits -> digits.length() == 14
                        ? "the name begins with " + digits + ", which is no date and time"
                        : "the name begins with " + digits.length() + (digits.length() == 1 ? " digit" : " digits"))
                .orElse("the name begins with no digit");
    }

    private static String place(String name, List<String> sound) {
        if (name.compareTo(sound.getLast()) > 0) {
            return "after all of them";
        }
        return name.compareTo(sound.getFirst()) < 0 ? "before all of them" : "somewhere between them";
    }
}
