package dev.schemawatch.sql;

import dev.schemawatch.finding.Comment;
import dev.schemawatch.finding.Span;
import dev.schemawatch.finding.Suppression;
import dev.schemawatch.finding.Suppression.Covered;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The comments by which people silence other linters: who has thought about a statement once need not say so again. Comments
 * that name no rule silence every rule that the tool has too.
 *
 * <pre>
 * squawk-ignore RULE, …         squawk-ignore-file [RULE, …]    (squawk 2)
 * atlas:nolint [CODE|ANALYZER …]   on a first line with an empty line below: the file   (Atlas)
 * eugene: ignore [CODE, …]                                      (eugene)
 * pgls-ignore lint/safety/RULE: reason   pgls-ignore-all …      (postgres-language-server)
 * </pre>
 */
final class ForeignSuppressions {
    private static final List<String> MARKS = List.of("squawk-ignore", "atlas:nolint", "eugene:", "pgls-ignore");

    private static final Pattern SQUAWK = Pattern.compile("squawk-ignore(-file)?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern ATLAS = Pattern.compile("atlas:nolint(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern EUGENE = Pattern.compile("eugene:\\s*ignore(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern PGLS =
            Pattern.compile("pgls-ignore(-all)?\\s+lint(?:/\\w+(?:/(\\w+))?)?\\s*(?::.*)?", Pattern.DOTALL);

    private static final Pattern EMPTY_LINE = Pattern.compile("[ \\t]*\\r?\\n[ \\t]*\\r?\\n");

    private ForeignSuppressions() {}

    /** Whether it is worth looking for any in this script. */
    static boolean mayBeIn(String script) {
        return MARKS.stream().anyMatch(script::contains);
    }

    /** What the comment silences; nothing for one that is no such comment. */
    static List<Suppression> of(Comment comment, String script, Function<Span, Optional<Span>> meant) {
        String text = comment.text().strip();
        Matcher squawk = SQUAWK.matcher(text);
        if (squawk.matches()) {
            return suppressions(comment, names("squawk", squawk.group(2)), squawk.group(1) != null, meant);
        }
        Matcher atlas = ATLAS.matcher(text);
        if (atlas.matches()) {
            List<String> names = names("atlas", atlas.group(1)).stream()
                    .map(ForeignSuppressions::analyzer)
                    .toList();
            return suppressions(comment, names, headsFile(comment, script), meant);
        }
        Matcher eugene = EUGENE.matcher(text);
        if (eugene.matches()) {
            return suppressions(comment, names("eugene", eugene.group(1)), false, meant);
        }
        Matcher pgls = PGLS.matcher(text);
        if (pgls.matches()) {
            String rule = pgls.group(2) == null ? "*" : kebabCase(pgls.group(2));
            return suppressions(comment, List.of("postgres-language-server:" + rule), pgls.group(1) != null, meant);
        }
        return List.of();
    }

    private static List<Suppression> suppressions(
            Comment comment, List<String> names, boolean wholeFile, Function<Span, Optional<Span>> meant) {
        Covered covered = wholeFile
                ? new Covered.WholeFile()
                : meant.apply(Span.of(comment.location()))
                        .<Covered>map(Covered.Part::new)
                        .orElseGet(Covered.Nothing::new);
        return names.stream()
                .map(name -> new Suppression(name, comment.location(), covered, Optional.empty()))
                .toList();
    }

    /** The names in a list with commas, brackets or nothing but blanks between them; all of the tool's for an empty one. */
    private static List<String> names(String tool, @Nullable String list) {
        List<String> names = Stream.of((list == null ? "" : list).split("[\\s,\\[\\]]+", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> tool + ":" + name)
                .toList();
        return names.isEmpty() ? List.of(tool + ":*") : names;
    }

    /** Atlas' analyzers, each with codes of its own. */
    private static String analyzer(String name) {
        return switch (name) {
            case "atlas:destructive" -> "atlas:DS*";
            case "atlas:data_depend" -> "atlas:MF*";
            case "atlas:incompatible" -> "atlas:BC*";
            case "atlas:condrop" -> "atlas:CD*";
            case "atlas:concurrent_index" -> "atlas:PG10*";
            case "atlas:nestedtx" -> "atlas:TX*";
            case "atlas:naming" -> "atlas:NM*";
            default -> name;
        };
    }

    private static boolean headsFile(Comment comment, String script) {
        int end = comment.location().offset() + comment.location().length();
        return script.substring(0, comment.location().offset()).isBlank()
                && EMPTY_LINE.matcher(script).region(end, script.length()).lookingAt();
    }

    /** The tool writes camel case in comments, and its pages kebab case. */
    private static String kebabCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
