package dev.schemawatch.sql;

import dev.schemawatch.finding.Comment;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.finding.SuppressionReader;
import dev.schemawatch.finding.Suppressions;
import java.util.ArrayList;
import java.util.List;

/** The suppressions of an SQL script. A comment is about the statement that it stands in or behind on its line, else the next. */
public final class ScriptSuppressions {
    private ScriptSuppressions() {}

    /**
     * Reads those of one script.
     *
     * @param path relative to the repository's root
     */
    public static Suppressions read(String path, String script) {
        if (!script.contains(SuppressionReader.MARK)) {
            return Suppressions.NONE;
        }
        List<Span> statements = SqlStatement.split(path, script).stream()
                .map(statement -> Span.of(statement.location()))
                .toList();
        return SuppressionReader.read(comments(path, script), comment -> Span.meantBy(comment, statements, script));
    }

    private static List<Comment> comments(String path, String script) {
        List<Comment> comments = new ArrayList<>();
        int position = 0;
        for (SqlToken token : SqlLexer.lex(script)) {
            int end = position + token.text().length();
            if (token.kind() == SqlToken.Kind.COMMENT && token.text().contains(SuppressionReader.MARK)) {
                comments.add(new Comment(
                        token.text().replaceFirst("^(--+|/\\*+)", "").replaceFirst("\\*/$", ""),
                        Location.InFile.of(path, script, new Span(position, end))));
            }
            position = end;
        }
        return comments;
    }
}
