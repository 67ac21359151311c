package dev.schemawatch.migration;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of migrations: by the number that their name begins with, then by name; names without a number come last. */
public final class MigrationOrder implements Comparator<String> {
    /** The only one. */
    public static final MigrationOrder INSTANCE = new MigrationOrder();

    private static final Pattern NUMBER = Pattern.compile("0*([0-9]*)");

    private MigrationOrder() {}

    @Override
    public int compare(String left, String right) {
        boolean leftHasNumber = startsWithDigit(left);
        if (leftHasNumber != startsWithDigit(right)) {
            return leftHasNumber ? -1 : 1;
        }
        String leftNumber = number(left);
        String rightNumber = number(right);
        int byLength = Integer.compare(leftNumber.length(), rightNumber.length());
        if (byLength != 0) {
            return byLength;
        }
        int byNumber = leftNumber.compareTo(rightNumber);
        return byNumber != 0 ? byNumber : left.compareTo(right);
    }

    private static boolean startsWithDigit(String name) {
        return !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
    }

    /** The leading number without its leading zeros: as text, since a name may begin with more digits than a long holds. */
    private static String number(String name) {
        Matcher matcher = NUMBER.matcher(name);
        return matcher.lookingAt() ? matcher.group(1) : "";
    }
}
