package dev.schemawatch.finding;

import dev.schemawatch.finding.Suppression.Covered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads suppressions out of the comments of a file:
 *
 * <pre>
 * schemawatch-ignore RULE[, RULE]: reason        what the comment is about
 * schemawatch-ignore-start RULE[, RULE]: reason  from here …
 * schemawatch-ignore-end [RULE[, RULE]]          … to here; without rules, every region that is open
 * schemawatch-ignore-file RULE[, RULE]: reason   the whole file
 * </pre>
 *
 * What a comment is about depends on the language, and so is asked for.
 */
public final class SuppressionReader {
    private static final String MARK = "schemawatch-ignore";

    private static final Pattern FORM =
            Pattern.compile(MARK + "(-[^\\s:]*)?(?:\\s([^:]*))?(?::(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** What looks like a suppression where it is none: behind other words. */
    private static final Pattern BEHIND_TEXT = Pattern.compile(
            "\\b" + MARK + "(-\\w+)?(\\s+[\\w-]+(\\s*,\\s*[\\w-]+)*)?\\s*(:|$)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Function<Span, Optional<Span>> meant;
    private final List<Suppression> complete = new ArrayList<>();
    private final List<Suppression> open = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();

    private SuppressionReader(Function<Span, Optional<Span>> meant) {
        this.meant = meant;
    }

    /** Whether a text can hold suppressions; one without their mark, in letters of whatever case, has none. */
    public static boolean mayBeIn(String text) {
        // A hyphen is rare in what is searched, and quick to find.
        int before = MARK.indexOf('-');
        for (int hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', hyphen + 1)) {
            if (text.regionMatches(true, hyphen - before, MARK, 0, MARK.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The suppressions among the comments.
     *
     * @param comments of one file, in order
     * @param meant what a comment at that place is about: a declaration, a statement, an entry
     */
    public static Suppressions read(List<Comment> comments, Function<Span, Optional<Span>> meant) {
        SuppressionReader reader = new SuppressionReader(meant);
        comments.forEach(reader::read);
        reader.open.forEach(reader::unclosed);
        return new Suppressions(reader.complete, reader.problems);
    }

    private void read(Comment comment) {
        Matcher form = FORM.matcher(comment.text().strip());
        Location.InFile place = comment.location();
        if (!form.matches()) {
            if (BEHIND_TEXT.matcher(comment.text()).find()) {
                problem(place, "it stands behind other text and suppresses nothing; give it a comment of its own");
            }
            return;
        }
        List<String> rules = Stream.of(given(form, 2).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        Optional<String> wrong =
                rules.stream().filter(name -> !NAME.matcher(name).matches()).findFirst();
        if (wrong.isPresent()) {
            problem(
                    place,
                    "\"" + wrong.get()
                            + "\" is not the id of a rule; write a comma between ids and a colon before the reason");
            return;
        }
        String kind = given(form, 1).toLowerCase(Locale.ROOT);
        if (rules.isEmpty() && !kind.equals("-end")) {
            problem(place, "it names no rule; write " + MARK + " RULE: reason");
            return;
        }
        Optional<String> reason = Optional.of(given(form, 3).strip().replaceAll("\\s+", " "))
                .filter(text -> text.codePoints().anyMatch(Character::isLetter));
        switch (kind) {
            case "" -> add(complete, rules, place, covered(place), reason);
            case "-file" -> add(complete, rules, place, new Covered.WholeFile(), reason);
            case "-start" -> add(open, rules, place, from(place, Integer.MAX_VALUE), reason);
            case "-end" -> end(rules, place);
            default ->
                problem(place, "there is no " + MARK + kind + "; there are " + MARK + ", -start, -end and -file");
        }
    }

    private static String given(Matcher form, int group) {
        return Objects.requireNonNullElse(form.group(group), "");
    }

    private Covered covered(Location.InFile place) {
        return meant.apply(Span.of(place)).<Covered>map(Covered.Part::new).orElseGet(Covered.Nothing::new);
    }

    private static Covered from(Location.InFile start, int to) {
        return new Covered.Part(new Span(start.offset(), to));
    }

    private static void add(
            List<Suppression> to, List<String> rules, Location.InFile place, Covered covered, Optional<String> reason) {
        rules.forEach(rule -> to.add(new Suppression(rule, place, covered, reason)));
    }

    private void end(List<String> rules, Location.InFile place) {
        List<Suppression> ended = open.stream()
                .filter(suppression -> rules.isEmpty() || rules.contains(suppression.rule()))
                .toList();
        if (ended.isEmpty()) {
            problem(
                    place,
                    "no " + MARK + "-start" + (rules.isEmpty() ? "" : " of that rule") + " is open here; remove it");
        }
        open.removeAll(ended);
        for (Suppression start : ended) {
            complete.add(new Suppression(
                    start.rule(), start.comment(), from(start.comment(), place.offset()), start.reason()));
        }
    }

    private void unclosed(Suppression start) {
        complete.add(start);
        problem(
                start.comment(),
                "no " + MARK + "-end follows for " + start.rule()
                        + ", so it goes to the end of the file; write one, or " + MARK + "-file if that is meant");
    }

    private void problem(Location.InFile place, String message) {
        problems.add(SuppressionRules.MALFORMED.at(place, message, message));
    }
}
