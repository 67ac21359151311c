package dev.schemawatch.prisma;

import dev.schemawatch.finding.Comment;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Span;
import dev.schemawatch.finding.SuppressionReader;
import dev.schemawatch.finding.Suppressions;
import dev.schemawatch.prisma.PrismaAst.Block;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.EnumBlock;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The suppressions of a schema file. A comment above a block is about the block with all that is in it, one inside of a block
 * about the field, value or attribute that follows or that it stands behind, one behind the opening brace about the block.
 */
public final class SchemaSuppressions {
    private final String text;
    private final List<Block> blocks;

    private SchemaSuppressions(String text, List<Block> blocks) {
        this.text = text;
        this.blocks = blocks;
    }

    /**
     * Reads those of one file.
     *
     * @param path relative to the repository's root
     */
    public static Suppressions read(String path, String text) {
        if (!SuppressionReader.mayBeIn(text)) {
            return Suppressions.NONE;
        }
        List<Block> blocks = PrismaParser.parse(path, text).value().blocks();
        return SuppressionReader.read(comments(path, text), new SchemaSuppressions(text, blocks)::meantBy);
    }

    /** Comments outside of strings; their signs are the same in all of a schema. */
    private static List<Comment> comments(String path, String text) {
        List<Comment> comments = new ArrayList<>();
        int position = 0;
        while (position < text.length()) {
            int end = position + 1;
            if (text.charAt(position) == '"') {
                end = endOfString(text, position);
            } else if (text.startsWith("//", position)) {
                end = behind(text, "\n", position) - 1;
                add(comments, path, text, new Span(position, end));
            } else if (text.startsWith("/*", position)) {
                end = behind(text, "*/", position + 2);
                add(comments, path, text, new Span(position, end));
            }
            position = end;
        }
        return comments;
    }

    private static void add(List<Comment> comments, String path, String text, Span span) {
        String comment = text.substring(span.from(), span.to());
        if (SuppressionReader.mayBeIn(comment)) {
            comments.add(new Comment(
                    comment.replaceFirst("^/[/*]+", "").replaceFirst("\\*/$", ""),
                    Location.InFile.of(path, text, span)));
        }
    }

    /** Behind the closing quote, or at the end of the line where there is none: a string has one line. */
    private static int endOfString(String text, int opening) {
        for (int at = opening + 1; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\\') {
                at++;
            } else if (character == '"' || character == '\n') {
                return at + 1;
            }
        }
        return text.length();
    }

    private static int behind(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() + (end.equals("\n") ? 1 : 0) : found + end.length();
    }

    private Optional<Span> meantBy(Span comment) {
        return blocks.stream()
                .filter(block -> Span.of(block.location()).contains(comment.from()))
                .findFirst()
                .map(block -> meantBy(comment, block))
                .orElseGet(() -> Span.meantBy(comment, spans(blocks.stream(), Block::location), text));
    }

    private Optional<Span> meantBy(Span comment, Block block) {
        Span whole = Span.of(block.location());
        boolean inHeader = text.substring(whole.from(), comment.from()).indexOf('\n') < 0;
        return inHeader ? Optional.of(whole) : Span.meantBy(comment, members(block), text);
    }

    private List<Span> members(Block block) {
        return switch (block) {
            case ConfigBlock config -> spans(config.properties().stream(), PrismaAst.Property::location);
            case ModelBlock model ->
                spans(
                        Stream.concat(
                                model.fields().stream().map(PrismaAst.FieldNode::location),
                                model.attributes().stream().map(PrismaAst.Attribute::location)),
                        location -> location);
            case EnumBlock enumeration ->
                spans(
                        Stream.concat(
                                enumeration.values().stream().map(PrismaAst.EnumValue::location),
                                enumeration.attributes().stream().map(PrismaAst.Attribute::location)),
                        location -> location);
        };
    }

    private <T> List<Span> spans(Stream<T> things, Function<T, Location.InFile> location) {
        return things.map(thing -> withoutLineEnd(Span.of(location.apply(thing))))
                .sorted(Comparator.comparingInt(Span::from))
                .toList();
    }

    /** The end of its line belongs to a field, but what starts behind it does not stand on the field's line. */
    private Span withoutLineEnd(Span span) {
        int to = span.to();
        while (to > span.from() && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(span.from(), to);
    }
}
