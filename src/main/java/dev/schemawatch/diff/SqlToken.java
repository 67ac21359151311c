package dev.schemawatch.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of an SQL expression (PostgreSQL manual, 4.1).
 *
 * @param text a string's or quoted name's value without quotes, a word in lower case, anything else as written
 */
record SqlToken(Kind kind, String text) {
    enum Kind {
        STRING,
        NUMBER,
        WORD,
        QUOTED,
        SYMBOL
    }

    /** Possessive throughout, so that no input makes the match backtrack or nest. */
    private static final Pattern TOKEN = Pattern.compile("""
            \\s*+(?:\
            (?<escaped>[eE]'(?:[^'\\\\]|''|\\\\.)*+')\
            |[bB]?+'(?<string>(?:[^']|'')*+)'\
            |\\$(?<tag>\\w*+)\\$(?<dollar>.*?)\\$\\k<tag>\\$\
            |"(?<quoted>(?:[^"]|"")*+)"\
            |(?<number>(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+)\
            |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*+)\
            |(?<symbol>::|[-+*/<>=~!@#%^&|?]++|[()\\[\\],.;:]))""", Pattern.DOTALL);

    /** The tokens of a text; none when it holds anything that is no token. */
    static List<SqlToken> split(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        String text = sql.strip();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            matcher.region(end, text.length());
            if (!matcher.lookingAt()) {
                return List.of();
            }
            tokens.add(token(matcher));
            end = matcher.end();
        }
        return tokens;
    }

    private static SqlToken token(Matcher matcher) {
        if (matcher.group("escaped") != null) {
            String quoted = matcher.group("escaped");
            return new SqlToken(Kind.STRING, unescape(quoted.substring(2, quoted.length() - 1)));
        }
        if (matcher.group("string") != null) {
            return new SqlToken(Kind.STRING, matcher.group("string").replace("''", "'"));
        }
        if (matcher.group("dollar") != null) {
            return new SqlToken(Kind.STRING, matcher.group("dollar"));
        }
        if (matcher.group("quoted") != null) {
            return new SqlToken(Kind.QUOTED, matcher.group("quoted").replace("\"\"", "\""));
        }
        if (matcher.group("number") != null) {
            return new SqlToken(Kind.NUMBER, matcher.group("number"));
        }
        if (matcher.group("word") != null) {
            return new SqlToken(Kind.WORD, matcher.group("word").toLowerCase(Locale.ROOT));
        }
        return new SqlToken(Kind.SYMBOL, matcher.group("symbol"));
    }

    private static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\\') {
                i++;
                char escaped = text.charAt(i);
                plain.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'b' -> '\b';
                            case 'f' -> '\f';
                            default -> escaped;
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
