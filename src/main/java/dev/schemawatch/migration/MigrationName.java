package dev.schemawatch.migration;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of a migration begins with: a moment, as Prisma names them, or a number, as people count. */
public final class MigrationName {
    private static final Pattern DIGITS = Pattern.compile("([0-9]+).*", Pattern.DOTALL);
    private static final Pattern MOMENT = Pattern.compile(
            "[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])" + "(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]");

    /** Nobody counts further; more digits are a date or a moment. */
    private static final int LONGEST_NUMBER = 6;

    private MigrationName() {}

    /** All the digits that it begins with; empty for none. */
    public static Optional<String> digits(String name) {
        Matcher matcher = DIGITS.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The 14 digits of year, month, day, hour, minute and second. */
    public static Optional<String> timestamp(String name) {
        return digits(name).filter(digits -> MOMENT.matcher(digits).matches()).filter(MigrationName::isInMonth);
    }

    /** Whether the month, in that year, has the day. */
    private static boolean isInMonth(String moment) {
        return YearMonth.of(part(moment, 0, 4), part(moment, 4, 6)).isValidDay(part(moment, 6, 8));
    }

    private static int part(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    /** The number that it is counted by. */
    public static Optional<Integer> number(String name) {
        return digits(name).filter(digits -> digits.length() <= LONGEST_NUMBER).map(Integer::valueOf);
    }
}
