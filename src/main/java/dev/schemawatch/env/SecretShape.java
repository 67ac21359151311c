package dev.schemawatch.env;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What a secret must look like; what is not there is not asked for. */
public record SecretShape(Optional<Integer> length, Optional<Integer> minLength, Optional<Charset> charset) {
    public SecretShape {
        Objects.requireNonNull(length);
        Objects.requireNonNull(minLength);
        Objects.requireNonNull(charset);
    }

    /** Whether the text looks like that. Lengths are in UTF-16 units, as in JavaScript. */
    public boolean admits(String text) {
        return length.stream().allMatch(wanted -> text.length() == wanted)
                && minLength.stream().allMatch(wanted -> text.length() >= wanted)
                && charset.stream().allMatch(wanted -> wanted.admits(text));
    }

    /** The demand as a noun phrase: "64 hexadecimal digits". */
    public String words() {
        String amount = length.map(wanted -> wanted + " ")
                .or(() -> minLength.map(wanted -> "at least " + wanted + " "))
                .orElse("nothing but ");
        return amount + charset.map(Charset::words).orElse("characters");
    }

    /** The characters that a secret may be made of. */
    public enum Charset {
        HEX("hexadecimal digits", c -> Character.digit(c, 16) >= 0 && c < 128),
        ALPHANUMERIC("letters and digits of ASCII", SecretShape::isLetterOrDigit),
        BASE64("characters of base64", c -> isLetterOrDigit(c) || c == '+' || c == '/' || c == '='),
        BASE64URL("characters of URL-safe base64", c -> isLetterOrDigit(c) || c == '-' || c == '_' || c == '=');

        private final String words;
        private final IntPredicate member;

        Charset(String words, IntPredicate member) {
            this.words = words;
            this.member = member;
        }

        /** Whether the text is made of nothing else. */
        boolean admits(String text) {
            return text.chars().allMatch(member);
        }

        String words() {
            return words;
        }
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
