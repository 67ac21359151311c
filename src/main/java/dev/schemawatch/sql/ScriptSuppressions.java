package dev.schemawatch.sql;

import dev.schemawatch.finding.Comment;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.finding.Suppression;
import dev.schemawatch.finding.SuppressionReader;
import dev.schemawatch.finding.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The suppressions of an SQL script, ours and those of other tools. A comment is about the statement that it stands in or
 * behind on its line, else the next.
 */
public final class ScriptSuppressions {
    private ScriptSuppressions() {}

    /**
     * Reads those of one script.
     *
     * @param path relative to the repository's root
     */
    public static Suppressions read(String path, String script) {
        if (!SuppressionReader.mayBeIn(script) && !ForeignSuppressions.mayBeIn(script)) {
            return Suppressions.NONE;
        }
        List<SqlToken> tokens = SqlLexer.lex(script);
        List<Span> statements = StatementReader.split(tokens).stream()
                .map(statement -> new Span(
                        statement.getFirst().start(), statement.getLast().end()))
                .toList();
        Function<Span, Optional<Span>> meant = comment -> Span.meantBy(comment, statements, script);
        List<Comment> comments = comments(path, script, tokens);
        Suppressions ours = SuppressionReader.read(
                comments.stream()
                        .filter(comment -> SuppressionReader.mayBeIn(comment.text()))
                        .toList(),
                meant);
        List<Suppression> all = new ArrayList<>(ours.all());
        comments.forEach(comment -> all.addAll(ForeignSuppressions.of(comment, script, meant)));
        return new Suppressions(all, ours.problems());
    }

    private static List<Comment> comments(String path, String script, List<SqlToken> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() == SqlToken.Kind.COMMENT)
                .map(token -> new Comment(
                        token.text().replaceFirst("^(--+|/\\*+)", "").replaceFirst("\\*/$", ""),
                        Location.InFile.of(path, script, new Span(token.start(), token.end()))))
                .toList();
    }
}
