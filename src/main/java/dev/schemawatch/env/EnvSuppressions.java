package dev.schemawatch.env;

import dev.schemawatch.finding.Comment;
import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.finding.SuppressionReader;
import dev.schemawatch.finding.Suppressions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The suppressions of a {@code .env} file. A comment is about the entry in front of it on its line, else about the next line. */
public final class EnvSuppressions {
    /** Loaders take the rest of a line from the first {@code #} on for a comment, where no quote is open. */
    private static final Pattern COMMENT = Pattern.compile("#+([^\\r\\n]*)");

    private EnvSuppressions() {}

    /**
     * Reads those of one file.
     *
     * @param path relative to the repository's root
     */
    public static Suppressions read(String path, String text) {
        if (!SuppressionReader.mayBeIn(text)) {
            return Suppressions.NONE;
        }
        EnvFile file = EnvParser.parse(path, text);
        List<Span> entries = entries(file);
        return SuppressionReader.read(comments(path, text, entries), comment -> Span.meantBy(comment, entries, text));
    }

    /** The variables, and the lines that are none. */
    private static List<Span> entries(EnvFile file) {
        List<Span> entries = new ArrayList<>();
        int end = 0;
        for (Span span : Stream.concat(
                        file.variables().stream().map(EnvVariable::location),
                        file.findings().stream().map(Finding::location).map(Location.InFile.class::cast))
                .map(Span::of)
                .sorted(Comparator.comparingInt(Span::from).thenComparing(Span::to, Comparator.reverseOrder()))
                .toList()) {
            if (span.from() >= end) {
                entries.add(span);
                end = span.to();
            }
        }
        return entries;
    }

    private static List<Comment> comments(String path, String text, List<Span> entries) {
        List<Comment> comments = new ArrayList<>();
        for (MatchResult match : COMMENT.matcher(text).results().toList()) {
            boolean inEntry = entries.stream().anyMatch(entry -> entry.contains(match.start()));
            if (!inEntry && SuppressionReader.mayBeIn(match.group(1))) {
                comments.add(new Comment(
                        match.group(1), Location.InFile.of(path, text, new Span(match.start(), match.end()))));
            }
        }
        return comments;
    }
}
