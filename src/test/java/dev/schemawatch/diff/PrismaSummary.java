package dev.schemawatch.diff;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The summary that {@code prisma migrate diff} prints, from the live database to the schema, as a set of facts in the words of
 * {@link DriftFacts}. What Prisma "added" the database lacks; what it "removed" the schema does not know.
 */
final class PrismaSummary {
    private static final Pattern GROUP =
            Pattern.compile("\\[([+-])] (?:Added|Removed) (enums|tables|extensions|[Ss]chemas)");
    private static final Pattern ITEM = Pattern.compile("  - (.*)");
    private static final Pattern CHANGED = Pattern.compile("\\[\\*] Changed the `(.*)` (enum|table)");
    private static final Pattern VARIANT = Pattern.compile("  \\[([+-])] (?:Added|Removed) variant `(.*)`");
    private static final Pattern COLUMN = Pattern.compile("  \\[([+-])] (?:Added|Removed) column `(.*)`");
    private static final Pattern OVER_COLUMNS = Pattern.compile(
            "  \\[([+-])] (?:Added|Removed|Dropped) (?:the )?(index|unique index|foreign key|primary key) on columns \\((.*)\\)");
    private static final Pattern ALTERED = Pattern.compile(
            "  \\[\\*] (?:Altered column|Column) `(.*?)` (?:would be dropped and recreated )?\\((.*)\\)");
    private static final Pattern RENAMED = Pattern.compile(
            "  \\[\\*] Renamed (?:the )?(index|foreign key|primary key) [`\"].*?[`\"] to [`\"](.*?)[`\"]");

    private static final Pattern KEY_RENAMED =
            Pattern.compile("  \\[\\*] Renamed the primary key on columns \\((.*)\\)");

    private final Set<String> facts = new TreeSet<>();
    private final Set<String> wholeTables = new HashSet<>();
    private String group = "";
    private String subject = "";

    private PrismaSummary() {}

    /** The facts of a summary; a line that is not understood is an error. */
    static Set<String> facts(String text) {
        PrismaSummary summary = new PrismaSummary();
        text.lines()
                .filter(line -> !line.isBlank() && !line.equals(")") && !line.startsWith("No difference"))
                .forEach(summary::read);
        return summary.facts;
    }

    @SuppressWarnings("AssignmentExpression") // a chain of patterns, each with its groups
    private void read(String line) {
        Matcher matcher;
        if ((matcher = GROUP.matcher(line)).matches()) {
            group = matcher.group(2).replaceAll("s$", "") + " %s " + verdict(matcher.group(1));
        } else if ((matcher = ITEM.matcher(line)).matches()) {
            facts.add(group.formatted(matcher.group(1)));
            wholeTables.add(matcher.group(1));
        } else if ((matcher = CHANGED.matcher(line)).matches()) {
            subject = matcher.group(1);
        } else if (wholeTables.contains(subject)) {
            return; // the indexes and keys of a table that is missing as a whole
        } else if ((matcher = VARIANT.matcher(line)).matches()) {
            facts.add("enum " + subject + " value " + matcher.group(2) + " " + verdict(matcher.group(1)));
        } else if ((matcher = COLUMN.matcher(line)).matches()) {
            facts.add("column " + subject + "." + matcher.group(2) + " " + verdict(matcher.group(1)));
        } else if ((matcher = OVER_COLUMNS.matcher(line)).matches()) {
            facts.add(matcher.group(2) + " " + subject + "(" + matcher.group(3) + ") " + verdict(matcher.group(1)));
        } else if ((matcher = RENAMED.matcher(line)).matches()) {
            facts.add(matcher.group(1) + " " + subject + "." + matcher.group(2) + " renamed");
        } else if ((matcher = KEY_RENAMED.matcher(line)).matches()) {
            facts.add("primary key " + subject + "(" + matcher.group(1) + ") renamed");
        } else if ((matcher = ALTERED.matcher(line)).matches()) {
            String column = matcher.group(1);
            aspects(matcher.group(2)).forEach(aspect -> facts.add("column " + subject + "." + column + " " + aspect));
        } else {
            throw new IllegalArgumentException("not understood: " + line);
        }
    }

    private static String verdict(String sign) {
        return sign.equals("+") ? "missing" : "unexpected";
    }

    private static Stream<String> aspects(String text) {
        return Stream.of(
                        Optional.of("type").filter(_ -> text.contains("type changed")),
                        Optional.of("nullability")
                                .filter(_ -> text.contains("changed from Required")
                                        || text.contains("changed from Nullable")),
                        Optional.of("default")
                                .filter(_ -> text.contains("default changed") || text.contains("autoincrement")))
                .flatMap(Optional::stream);
    }
}
