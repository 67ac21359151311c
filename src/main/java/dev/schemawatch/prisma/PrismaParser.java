package dev.schemawatch.prisma;

import dev.schemawatch.prisma.PrismaAst.Block;
import dev.schemawatch.prisma.PrismaAst.ConfigBlock;
import dev.schemawatch.prisma.PrismaAst.ModelBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses the text of one schema file: always into a tree, with findings for what could not be understood. The language is one
 * of lines, so a broken line costs that line alone, and time grows with the text's length only. Facts are those of Prisma
 * 6.19 and 7.10: what their parsers refuse is a finding here.
 */
public final class PrismaParser {
    private static final String KEYWORDS = "model, view, type, enum, datasource or generator";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final FindingLog log = new FindingLog();
    private final PrismaLexer lexer;
    private final SyntaxProblems problems;
    private final BlockHeaders headers;
    private final BlockLines lines;
    private final ModelParser models;
    private final ConfigParser configs;
    private final TypeAliasParser aliases;
    private final List<Block> blocks = new ArrayList<>();
    private final boolean configurationOnly;

    private PrismaParser(String path, String text, boolean configurationOnly) {
        lexer = new PrismaLexer(path, text);
        problems = new SyntaxProblems(lexer, log, "text outside of a block");
        headers = new BlockHeaders(lexer);
        lines = new BlockLines(lexer, headers);
        models = new ModelParser(lexer, problems, lines);
        configs = new ConfigParser(lexer, problems, lines);
        this.configurationOnly = configurationOnly;
        aliases = new TypeAliasParser(lexer);
    }

    /**
     * Parses a file.
     *
     * @param path relative to the repository's root; every location names it
     * @param text with its byte order mark if it has one, which Prisma refuses
     */
    public static Parsed<PrismaAst> parse(String path, String text) {
        return new PrismaParser(path, text, false).file();
    }

    /** The same, as far as datasources and generators go: what is inside of other blocks is passed over, and they are left out. */
    public static Parsed<PrismaAst> parseConfiguration(String path, String text) {
        return new PrismaParser(path, text, true).file();
    }

    private Parsed<PrismaAst> file() {
        while (!lexer.atEnd()) {
            topLevel();
        }
        return new Parsed<>(new PrismaAst(blocks), log.toList());
    }

    private void topLevel() {
        lexer.skipSpaces();
        if (lexer.at("//")) {
            lexer.restOfLine();
        } else if (!lexer.acceptLineEnd() && !lexer.acceptBlockComment() && !lexer.atEnd()) {
            declaration();
        }
    }

    private void declaration() {
        PrismaLexer.Mark start = lexer.mark();
        Optional<BlockHeaders.Header> header = headers.header();
        if (header.isPresent()) {
            // Prisma drops what follows the opening brace, as if it were a comment.
            lexer.restOfLine();
            if (configurationOnly && !header.get().keyword().configures()) {
                lines.forEach(header.get(), problems, _ -> skipLine());
            } else {
                blocks.add(block(header.get()));
            }
        } else {
            unknown(start);
        }
    }

    private boolean skipLine() {
        lexer.restOfLine();
        return true;
    }

    private Block block(BlockHeaders.Header header) {
        return switch (header.keyword()) {
            case MODEL -> models.model(header, ModelBlock.Kind.MODEL);
            case VIEW -> models.model(header, ModelBlock.Kind.VIEW);
            case TYPE -> models.model(header, ModelBlock.Kind.TYPE);
            case ENUM -> models.enumeration(header);
            case DATASOURCE -> configs.config(header, ConfigBlock.Kind.DATASOURCE);
            case GENERATOR -> configs.config(header, ConfigBlock.Kind.GENERATOR);
        };
    }

    private void unknown(PrismaLexer.Mark start) {
        SyntaxProblems about = lexer.word().map(problems::about).orElse(problems);
        lexer.skipSpaces();
        if (lexer.at("{") && acceptThroughBrace()) {
            about.at(lexer.since(start), "a block starts with " + KEYWORDS);
            return;
        }
        lexer.reset(start);
        if (aliases.acceptAlias(start, about)) {
            return;
        }
        lexer.reset(start);
        // Not named: the word may be part of a setting whose block is not recognised.
        problems.forgetReason();
        problems.because(
                start.offset() == 0 && lexer.at(BYTE_ORDER_MARK)
                        ? "the file begins with a byte order mark, an invisible character that Prisma does not read over;"
                                + " save the file as UTF-8 without BOM"
                        : "expected a block: " + KEYWORDS + ", then its name and {");
        problems.unreadableLine(start);
    }

    /** Leaves out a block that is none, up to the first closing brace, as Prisma does. */
    private boolean acceptThroughBrace() {
        PrismaLexer.Mark start = lexer.mark();
        lexer.restOfLine();
        while (lexer.acceptLineEnd()) {
            while (!lexer.atLineEnd()) {
                if (lexer.accept("}")) {
                    return true;
                }
                lexer.oneCharacter();
            }
        }
        lexer.reset(start);
        return false;
    }
}
