package dev.schemawatch.sql;

import dev.schemawatch.finding.Comment;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.finding.Suppression;
import dev.schemawatch.finding.SuppressionReader;
import dev.schemawatch.finding.Suppressions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The suppressions of an SQL script, ours and those of other tools. A comment is about the statement that it stands in or
 * behind on its line, else the next. In the code of DO the statements are those between its semicolons; the body of a function
 * runs later, and nothing is said of it.
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
        List<List<SqlToken>> blocks = blocks(tokens);
        List<Comment> comments = Stream.concat(tokens.stream(), blocks.stream().flatMap(List::stream))
                .filter(token -> token.kind() == SqlToken.Kind.COMMENT)
                .sorted(Comparator.comparingInt(SqlToken::start))
                .map(token -> comment(path, token))
                .toList();
        List<Block> codes = blocks.stream().map(Block::of).toList();
        List<Span> statements = statements(tokens);
        Function<Span, Optional<Span>> meant = comment -> Span.meantBy(
                comment,
                codes.stream()
                        .filter(code -> code.whole().contains(comment.from()))
                        .map(Block::statements)
                        .findFirst()
                        .orElse(statements),
                script);
        Suppressions ours = SuppressionReader.read(
                comments.stream()
                        .filter(comment -> SuppressionReader.mayBeIn(comment.text()))
                        .toList(),
                meant);
        List<Suppression> all = new ArrayList<>(ours.all());
        comments.forEach(comment -> all.addAll(ForeignSuppressions.of(comment, script, meant)));
        return new Suppressions(all, ours.problems());
    }

    /** The code of each DO, which runs at once. */
    private static List<List<SqlToken>> blocks(List<SqlToken> tokens) {
        return StatementReader.split(tokens).stream()
                .filter(statement -> statement.getFirst().isWord("DO"))
                .flatMap(List::stream)
                .flatMap(token -> SqlText.codeInPlace(token).stream())
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static List<Span> statements(List<SqlToken> tokens) {
        return StatementReader.split(tokens).stream()
                .map(statement -> new Span(
                        statement.getFirst().start(), statement.getLast().end()))
                .toList();
    }

    /** The code of one DO, and the statements in it. */
    private record Block(Span whole, List<Span> statements) {
        private static Block of(List<SqlToken> code) {
            return new Block(
                    new Span(code.getFirst().start(), code.getLast().end()), ScriptSuppressions.statements(code));
        }
    }

    private static Comment comment(String path, SqlToken token) {
        return new Comment(
                token.text().replaceFirst("^(--+|/\\*+)", "").replaceFirst("\\*/$", ""),
                Location.InFile.of(path, token.script(), new Span(token.start(), token.end())));
    }
}
