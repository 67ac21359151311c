package dev.schemawatch.sql;

import dev.schemawatch.sql.SqlToken.Kind;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What nobody must see of a text of SQL: passwords of roles, of user mappings and of connections, and the credentials in URLs.
 * Whoever shows SQL, or what a server says about it, shows {@link #hide} or {@link #hideIn} of it.
 *
 * <p>Constants are found by PostgreSQL's lexical rules, and once more by their looks: in comments, in code within a constant, and
 * where a quote is missing, so that the rules take code for constants and constants for code.
 */
public final class SqlSecrets {
    private static final String NAMES = "(?:password|passwd|passphrase|secret|api_?key|access_?key)";
    private static final Pattern NAME = Pattern.compile("(?i)\"?\\w*" + NAMES + "\\w*\"?");
    private static final Pattern AFTER_NAME = Pattern.compile("(?i)" + NAMES
            + "\\w*\"?(?=[\\s:=])\\s*(?:=|:=|\\bTO\\b)?\\s*(?:[ebnx]|u&)?(?:\\\\?'+|\\$\\w*\\$)([^'$\\\\]+)");
    private static final Pattern CREDENTIALS = Pattern.compile("://([^\\s'\"/?#]+|[^\\s'\"/?#:@]*:[^\\s'\"]*)@");
    private static final Pattern CONNECTION_PASSWORD =
            Pattern.compile("(?i)(?:password|passwd)\\s*=\\s*(?:\\\\?'+([^']+)|([^\\s']+))");

    /** Text that goes on with a password: in a call of format(), or behind {@code ||}. */
    private static final Pattern OPEN_END =
            Pattern.compile("(?is).*" + NAMES + "\\w*(?:[\\s=']*%[\\w$-]*[LIs].*|[\\s=][\\s=']*)");

    private final String sql;
    private final BitSet secret = new BitSet();

    private SqlSecrets(String sql) {
        this.sql = sql;
    }

    /** The secrets of a script, or of any part of one. */
    public static SqlSecrets of(String sql) {
        SqlSecrets secrets = new SqlSecrets(sql);
        secrets.find(SqlLexer.lex(sql));
        secrets.add(AFTER_NAME, 0, sql.length());
        secrets.add(CREDENTIALS, 0, sql.length());
        return secrets;
    }

    /** The script with stars in place of each secret: with the same length, the same lines and the same columns. */
    public String hide() {
        StringBuilder shown = new StringBuilder(sql);
        secret.stream().forEach(at -> shown.setCharAt(at, star(sql.charAt(at))));
        return shown.toString();
    }

    /** What a server says about the script, with three stars in place of each secret that it quotes. */
    public String hideIn(String message) {
        String open = hide();
        SortedSet<String> longestFirst =
                new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(text -> text));
        for (int from = secret.nextSetBit(0); from >= 0; from = secret.nextSetBit(secret.nextClearBit(from))) {
            String quoted = sql.substring(from, secret.nextClearBit(from));
            longestFirst.add(quoted);
            longestFirst.add(quoted.replace("''", "'"));
        }
        String shown = of(message).hide();
        for (String text : longestFirst) {
            if (!open.contains(text)) {
                shown = shown.replace(text, "***");
            }
        }
        return shown;
    }

    private void find(List<SqlToken> tokens) {
        List<SqlToken> telling =
                tokens.stream().filter(token -> !token.isTrivia()).toList();
        int statement = 0;
        boolean openEnd = false;
        for (int i = 0; i < telling.size(); i++) {
            SqlToken token = telling.get(i);
            if (token.isSymbol(';')) {
                statement = i + 1;
                openEnd = false;
            } else if (isOption(telling.subList(statement, i), token)) {
                add(token);
            } else if (isConstant(token)) {
                if (openEnd || isNamed(telling, i)) {
                    add(token);
                } else {
                    openEnd = OPEN_END.matcher(sql.substring(contentStart(token), contentEnd(token)))
                            .matches();
                    findWithin(token);
                }
            }
        }
        tokens.stream()
                .filter(token -> token.kind() == Kind.COMMENT || token.kind() == Kind.PSQL)
                .forEach(token -> add(CONNECTION_PASSWORD, token.start(), token.end()));
    }

    /** Between dollars there may be code, in which a column can be called password and be compared with another. */
    private void findWithin(SqlToken constant) {
        if (constant.kind() == Kind.DOLLAR_STRING && sql.indexOf(';', constant.start()) >= 0) {
            find(SqlLexer.lex(sql, contentStart(constant), contentEnd(constant)));
        }
        if (constant.kind() != Kind.DOLLAR_STRING || sql.indexOf(';', constant.start()) >= constant.end()) {
            add(CONNECTION_PASSWORD, constant.start(), constant.end());
        }
    }

    /** The password of a role, however it is quoted: PostgreSQL complains of what is no constant, and quotes it. */
    private static boolean isOption(List<SqlToken> before, SqlToken token) {
        return before.size() > 2
                && before.getLast().isWord("PASSWORD")
                && (before.getFirst().isWord("CREATE") || before.getFirst().isWord("ALTER"))
                && (before.get(1).isWord("ROLE")
                        || before.get(1).isWord("USER")
                        || before.get(1).isWord("GROUP"))
                && token.kind() != Kind.SYMBOL
                && !token.isWord("NULL");
    }

    private static boolean isNamed(List<SqlToken> tokens, int constant) {
        int name = constant - 1;
        if (name > 0 && isAssignment(tokens.get(name))) {
            name--;
        }
        return name >= 0 && NAME.matcher(tokens.get(name).text()).matches();
    }

    private static boolean isAssignment(SqlToken token) {
        return token.isSymbol('=')
                || token.isWord("TO")
                || token.kind() == Kind.SYMBOL
                        && (token.text().equals(":=") || token.text().equals("=>"));
    }

    private boolean isConstant(SqlToken token) {
        return token.kind() == Kind.STRING
                || token.kind() == Kind.DOLLAR_STRING
                || token.kind() == Kind.UNCLOSED && sql.charAt(token.start()) != '/';
    }

    private void add(SqlToken token) {
        secret.set(contentStart(token), contentEnd(token));
    }

    private void add(Pattern pattern, int start, int end) {
        Matcher matcher = pattern.matcher(sql).region(start, end);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= 0) {
                    secret.set(matcher.start(group), matcher.end(group));
                }
            }
        }
    }

    /** Behind the quotes. */
    private int contentStart(SqlToken token) {
        char first = sql.charAt(token.start());
        if (first == '$') {
            return Math.min(token.end(), sql.indexOf('$', token.start() + 1) + 1);
        }
        if (first == '"' || token.kind() == Kind.WORD || token.kind() == Kind.NUMBER) {
            return first == '"' ? token.start() + 1 : token.start();
        }
        int quote = sql.indexOf('\'', token.start());
        return quote < 0 || quote >= token.end() ? token.start() : quote + 1;
    }

    /** Before the quotes that close it, if any do. */
    private int contentEnd(SqlToken token) {
        int quotes = switch (token.kind()) {
            case STRING, QUOTED_IDENTIFIER -> 1;
            case DOLLAR_STRING -> contentStart(token) - token.start();
            case WHITESPACE, COMMENT, WORD, NUMBER, PARAMETER, SYMBOL, PSQL, COPY_DATA, UNCLOSED -> 0;
        };
        return Math.max(contentStart(token), token.end() - quotes);
    }

    /** Halves of a character beyond the first plane are given those of a star beyond it, so that columns stay. */
    private static char star(char character) {
        if (character == '\n' || character == '\r') {
            return character;
        }
        if (Character.isSurrogate(character)) {
            return Character.isHighSurrogate(character) ? '\uD83D' : '\uDFB6';
        }
        return '*';
    }
}
