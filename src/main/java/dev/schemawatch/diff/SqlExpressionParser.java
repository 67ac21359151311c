package dev.schemawatch.diff;

import dev.schemawatch.diff.SqlExpression.Call;
import dev.schemawatch.diff.SqlExpression.Cast;
import dev.schemawatch.diff.SqlExpression.Constant;
import dev.schemawatch.diff.SqlExpression.Elements;
import dev.schemawatch.diff.SqlExpression.Null;
import dev.schemawatch.diff.SqlExpression.Other;
import dev.schemawatch.diff.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recursive descent over the few forms that defaults have; gives up on all others and returns their tokens. */
final class SqlExpressionParser {
    private static final int MAX_DEPTH = 100;

    /** Functions that are called without parentheses (PostgreSQL manual, 9.9.5 and 9.27). */
    private static final Set<String> BARE_FUNCTIONS = Set.of(
            "current_timestamp",
            "current_date",
            "current_time",
            "localtime",
            "localtimestamp",
            "current_user",
            "session_user",
            "user",
            "current_role",
            "current_catalog",
            "current_schema");

    /** Types that may stand before a string: {@code DATE '2020-01-01'}. */
    private static final Set<String> LITERAL_TYPES =
            Set.of("date", "time", "timestamp", "timestamptz", "interval", "json", "jsonb", "uuid", "numeric", "text");

    private final String sql;
    private final List<SqlToken> tokens;
    private int next;
    private int depth;

    SqlExpressionParser(String sql) {
        this.sql = sql;
        this.tokens = SqlToken.split(sql);
    }

    SqlExpression parse() {
        if (tokens.isEmpty()) {
            return new Other(List.of(sql.strip()));
        }
        try {
            SqlExpression expression = expression();
            return next == tokens.size() ? expression : other();
        } catch (TooComplicated _) {
            return other();
        }
    }

    private Other other() {
        List<String> texts = new ArrayList<>();
        for (SqlToken token : tokens) {
            texts.add(token.kind() == Kind.STRING ? "'" + token.text() : token.text());
        }
        return new Other(texts);
    }

    private SqlExpression expression() throws TooComplicated {
        if (++depth > MAX_DEPTH) {
            throw new TooComplicated();
        }
        SqlExpression expression = castable();
        while (takeWord("at")) {
            expectWord("time");
            expectWord("zone");
            expression = new Call("timezone", List.of(castable(), expression));
        }
        depth--;
        return expression;
    }

    private SqlExpression castable() throws TooComplicated {
        SqlExpression expression = primary();
        while (takeSymbol("::")) {
            expression = new Cast(expression, type());
        }
        return expression;
    }

    private SqlExpression primary() throws TooComplicated {
        SqlToken token = take();
        return switch (token.kind()) {
            case STRING, NUMBER -> new Constant(token.text());
            case SYMBOL -> symbol(token.text());
            case QUOTED -> call(token);
            case WORD -> word(token);
        };
    }

    private SqlExpression symbol(String symbol) throws TooComplicated {
        return switch (symbol) {
            case "(" -> {
                SqlExpression inner = expression();
                expectSymbol(")");
                yield inner;
            }
            case "-", "+" -> {
                SqlToken number = take();
                if (number.kind() == Kind.NUMBER) {
                    yield new Constant(symbol.equals("-") ? "-" + number.text() : number.text());
                }
                throw new TooComplicated();
            }
            default -> throw new TooComplicated();
        };
    }

    private SqlExpression word(SqlToken word) throws TooComplicated {
        return switch (word.text()) {
            case "true", "false" -> new Constant(word.text());
            case "null" -> new Null();
            case "array" -> {
                expectSymbol("[");
                yield new Elements(list("]"));
            }
            case "cast" -> {
                expectSymbol("(");
                SqlExpression operand = expression();
                expectWord("as");
                SqlExpression.Type type = type();
                expectSymbol(")");
                yield new Cast(operand, type);
            }
            default -> BARE_FUNCTIONS.contains(word.text()) ? bareFunction(word) : typedLiteralOrCall(word);
        };
    }

    private SqlExpression bareFunction(SqlToken word) throws TooComplicated {
        return new Call(word.text(), takeSymbol("(") ? list(")") : List.of());
    }

    private SqlExpression typedLiteralOrCall(SqlToken word) throws TooComplicated {
        Optional<SqlToken> literal = peek().filter(token -> token.kind() == Kind.STRING);
        if (literal.isPresent() && LITERAL_TYPES.contains(word.text())) {
            next++;
            return new Cast(
                    new Constant(literal.get().text()), SqlExpression.Type.named(word.text(), false, List.of(), false));
        }
        return call(word);
    }

    private SqlExpression call(SqlToken first) throws TooComplicated {
        SqlToken name = first;
        while (takeSymbol(".")) {
            name = take();
        }
        expectSymbol("(");
        return new Call(name.text(), list(")"));
    }

    private List<SqlExpression> list(String end) throws TooComplicated {
        List<SqlExpression> elements = new ArrayList<>();
        if (takeSymbol(end)) {
            return elements;
        }
        do {
            elements.add(expression());
        } while (takeSymbol(","));
        expectSymbol(end);
        return elements;
    }

    private SqlExpression.Type type() throws TooComplicated {
        SqlToken name = take();
        while (takeSymbol(".")) {
            name = take();
        }
        if (name.kind() != Kind.WORD && name.kind() != Kind.QUOTED) {
            throw new TooComplicated();
        }
        StringBuilder words = new StringBuilder(name.text());
        if (takeWord("varying")) {
            words.append(" varying");
        } else if (takeWord("precision")) {
            words.append(" precision");
        }
        List<String> modifiers = modifiers();
        if (takeWord("with")) {
            words.append(" with");
            timeZone(words);
        } else if (takeWord("without")) {
            words.append(" without");
            timeZone(words);
        }
        boolean list = false;
        while (takeSymbol("[")) {
            expectSymbol("]");
            list = true;
        }
        return SqlExpression.Type.named(words.toString(), name.kind() == Kind.QUOTED, modifiers, list);
    }

    private void timeZone(StringBuilder words) throws TooComplicated {
        expectWord("time");
        expectWord("zone");
        words.append(" time zone");
    }

    private List<String> modifiers() throws TooComplicated {
        List<String> modifiers = new ArrayList<>();
        if (takeSymbol("(")) {
            do {
                modifiers.add(take().text());
            } while (takeSymbol(","));
            expectSymbol(")");
        }
        return modifiers;
    }

    private Optional<SqlToken> peek() {
        return next < tokens.size() ? Optional.of(tokens.get(next)) : Optional.empty();
    }

    private SqlToken take() throws TooComplicated {
        SqlToken token = peek().orElseThrow(TooComplicated::new);
        next++;
        return token;
    }

    private boolean takeWord(String word) {
        return takeIf(Kind.WORD, word);
    }

    private boolean takeSymbol(String symbol) {
        return takeIf(Kind.SYMBOL, symbol);
    }

    private boolean takeIf(Kind kind, String text) {
        boolean found = peek().filter(
                        token -> token.kind() == kind && token.text().equals(text))
                .isPresent();
        next += found ? 1 : 0;
        return found;
    }

    private void expectWord(String word) throws TooComplicated {
        if (!takeWord(word)) {
            throw new TooComplicated();
        }
    }

    private void expectSymbol(String symbol) throws TooComplicated {
        if (!takeSymbol(symbol)) {
            throw new TooComplicated();
        }
    }

    /** The expression has a form that is not understood. Never leaves this class. */
    private static final class TooComplicated extends Exception {
        private static final long serialVersionUID = 1;

        TooComplicated() {
            super(null, null, false, false);
        }
    }
}
