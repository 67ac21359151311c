package dev.schemawatch.env;

import dev.schemawatch.finding.Finding;
import dev.schemawatch.finding.Location;
import dev.schemawatch.finding.Rule;
import dev.schemawatch.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file as npm's {@code dotenv} 16 does, which Prisma and most Node servers use. That reader is one
 * regular expression, and what it does not match it skips in silence; here the same entries come out, and what is skipped
 * or surprising becomes a finding. Takes time linear in the text, accepts every text, and never throws.
 *
 * <p>An entry is {@code NAME=value} or {@code NAME: value}, with {@code export} before it if wanted. A value in single,
 * double or back quotes may span lines; {@code \n} and {@code \r} become line ends in double quotes only. Without quotes it
 * ends at the first {@code #} or at the end of the line. A quote that is never closed is part of the value.
 */
public final class EnvParser {
    /** The rule of all findings about the syntax. */
    public static final Rule RULE = Rule.named("env-syntax", Severity.WARNING)
            .summary("A line that .env loaders skip or misread")
            .why("Loaders skip what they do not understand without a word, and the application starts with the variable"
                    + " missing.")
            .instead("Write NAME=value, with quotes around values that hold #, spaces or line ends.");

    private static final int MOST_FINDINGS = 100;
    private static final Pattern PADDING = Pattern.compile("=?");

    private final String path;
    private final String text;
    private final List<EnvVariable> variables = new ArrayList<>();
    private final SortedSet<String> commentedOut = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private int position;
    private int line = 1;
    private int lineStart;
    private int counted;
    private int notShown;

    private EnvParser(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /**
     * Reads one file.
     *
     * @param path for locations, relative to the repository's root
     */
    public static EnvFile parse(String path, String text) {
        EnvParser parser = new EnvParser(path, text);
        while (parser.skipBlank()) {
            parser.readLine();
        }
        parser.countNotShown();
        return new EnvFile(path, EnvName.of(path).isExample(), parser.variables, parser.commentedOut, parser.findings);
    }

    /** Moves to the next character that is not blank; false at the end. */
    private boolean skipBlank() {
        position = afterBlank(position);
        return position < text.length();
    }

    private void readLine() {
        int start = position;
        if (text.charAt(start) == '#') {
            position = endOfLine(start);
            readComment(start);
            return;
        }
        if (UnquotedBlock.opens(text.substring(start, endOfLine(start)))) {
            skipBlock(start);
            return;
        }
        int nameStart = afterExport(start);
        int nameEnd = afterName(nameStart);
        if (nameEnd == nameStart) {
            skipLine(
                    start,
                    "no variable name at the start of the line: loaders skip it; write NAME=value, and quote a value of several lines");
            return;
        }
        String name = text.substring(nameStart, nameEnd);
        Optional<Integer> valueStart = afterSeparator(nameEnd);
        if (valueStart.isEmpty()) {
            skipLine(start, "no = in this line: loaders skip it; write NAME=value, and quote a value of several lines");
            return;
        }
        readValue(name, nameStart, valueStart.get());
    }

    /** A comment may show how to set a variable: {@code #NAME=}. */
    private void readComment(int start) {
        int nameStart = start;
        while (nameStart < position && (text.charAt(nameStart) == '#' || isBlank(text.charAt(nameStart)))) {
            nameStart++;
        }
        nameStart = afterExport(nameStart);
        int nameEnd = afterName(nameStart);
        if (nameEnd > nameStart && nameEnd < position && text.charAt(nameEnd) == '=') {
            commentedOut.add(text.substring(nameStart, nameEnd));
        }
    }

    private int afterExport(int start) {
        if (text.startsWith("export", start)) {
            int end = afterBlank(start + "export".length());
            if (end > start + "export".length() && afterName(end) > end) {
                return end;
            }
        }
        return start;
    }

    private int afterName(int start) {
        int end = start;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the value begins: after {@code =}, or after {@code :} and one blank, be it a line end. */
    private Optional<Integer> afterSeparator(int nameEnd) {
        if (nameEnd + 1 < text.length() && text.charAt(nameEnd) == ':' && isBlank(text.charAt(nameEnd + 1))) {
            return Optional.of(nameEnd + (text.startsWith("\r\n", nameEnd + 1) ? 3 : 2));
        }
        int sign = afterBlank(nameEnd);
        return sign < text.length() && text.charAt(sign) == '=' ? Optional.of(sign + 1) : Optional.empty();
    }

    private void readValue(String name, int nameStart, int valueStart) {
        int quote = afterBlank(valueStart);
        if (quote < text.length() && isQuote(text.charAt(quote))) {
            int closing = closingQuote(quote);
            if (closing >= 0) {
                add(name, nameStart, closing + 1, unquote(text.substring(quote, closing + 1)));
                position = endOfLine(closing + 1);
                return;
            }
        }
        int end = valueStart;
        while (end < text.length() && !isLineEnd(text.charAt(end)) && text.charAt(end) != '#') {
            end++;
        }
        String value = trim(text.substring(valueStart, end));
        if (UnquotedBlock.opens(value)) {
            add(name, nameStart, end, value);
            skipBlock(nameStart);
            return;
        }
        if (!value.isEmpty() && isQuote(value.charAt(0))) {
            if (value.length() > 1 && value.charAt(value.length() - 1) == value.charAt(0)) {
                value = unquote(value);
            } else {
                String label = label(name, nameStart, end);
                report(
                        nameStart,
                        end,
                        label,
                        "the quote that opens the value of " + label + " is never closed, or text follows it: "
                                + "loaders make it part of the value");
                value = value.charAt(0) == '"' ? unescape(value) : value;
            }
        }
        add(name, nameStart, end, value);
        if (!VariableName.isConventional(name) && PADDING.matcher(value).matches()) {
            report(
                    nameStart,
                    end,
                    label(name, nameStart, end),
                    "this line looks like a piece of a value of several lines, and loaders take it for an entry of its own;"
                            + " put the whole value in quotes");
        }
        position = endOfLine(end);
    }

    /**
     * The quote that ends a value, or -1. It is the first that no backslash precedes, provided that nothing but a comment
     * follows it on its line; failing that, the last escaped one before it of which that is true.
     */
    private int closingQuote(int opening) {
        char quote = text.charAt(opening);
        int candidate = -1;
        for (int at = opening + 1; at < text.length(); at++) {
            if (text.charAt(at) == quote) {
                boolean escaped = at > opening + 1 && text.charAt(at - 1) == '\\';
                if (onlyCommentFollows(at + 1)) {
                    candidate = at;
                }
                if (!escaped) {
                    return candidate;
                }
            }
        }
        return candidate;
    }

    private boolean onlyCommentFollows(int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at)) && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at == text.length() || isLineEnd(text.charAt(at)) || text.charAt(at) == '#';
    }

    private static String unquote(String quoted) {
        String inner =
                quoted.substring(1, quoted.length() - 1).replace("\r\n", "\n").replace('\r', '\n');
        return quoted.charAt(0) == '"' ? unescape(inner) : inner;
    }

    private static String unescape(String value) {
        return value.replace("\\n", "\n").replace("\\r", "\r");
    }

    private void skipLine(int start, String message) {
        int end = endOfLine(start);
        report(start, end, "", message);
        position = end;
    }

    /** Of a key without quotes, loaders read the first line; what follows is shown to nobody. */
    private void skipBlock(int start) {
        int end = UnquotedBlock.end(text, endOfLine(start));
        report(
                start,
                end,
                "block",
                "a key or certificate of several lines without quotes: loaders read its first line only; put quotes around"
                        + " the whole value, from -----BEGIN to the end of -----END");
        position = end;
    }

    private String label(String name, int start, int end) {
        return new EnvVariable(name, "", locate(start, end)).label();
    }

    private void countNotShown() {
        if (notShown > 0) {
            findings.add(RULE.at(
                    Location.InFile.whole(path),
                    "more findings",
                    notShown
                            + " more lines of this file that loaders skip or misread are not shown; mend the first ones and"
                            + " look again"));
        }
    }

    private void add(String name, int start, int end, String value) {
        variables.add(new EnvVariable(name, value, locate(start, end)));
    }

    private void report(int start, int end, String subject, String message) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(RULE.at(locate(start, end), subject, message));
        } else {
            notShown++;
        }
    }

    /** Entries come in file order, so lines are counted once over the whole text. */
    private Location.InFile locate(int start, int end) {
        for (; counted < start; counted++) {
            char c = text.charAt(counted);
            if (c == '\n' || c == '\r' && (counted + 1 == text.length() || text.charAt(counted + 1) != '\n')) {
                line++;
                lineStart = counted + 1;
            }
        }
        return new Location.InFile(path, line, text.codePointCount(lineStart, start) + 1, start, end - start);
    }

    private int afterBlank(int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static String trim(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isBlank(value.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** What {@code \s} matches in JavaScript. */
    private static boolean isBlank(char c) {
        return c == '\t' || c == '\n' || c == 0x0B || c == '\f' || c == '\r' || c == 0xFEFF || Character.isSpaceChar(c);
    }

    /** What {@code [\w.-]} matches in JavaScript. */
    private static boolean isNamePart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-';
    }
}
