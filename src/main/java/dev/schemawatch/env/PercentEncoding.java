package dev.schemawatch.env;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-decoding by the WHATWG URL standard: what is no escape stays as it is, nothing is refused. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** The decoded text, or the text itself when the decoded bytes are not UTF-8. */
    static String decodeOrKeep(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(text)))
                    .toString();
        } catch (CharacterCodingException _) {
            return text;
        }
    }

    /** A name or value of a query: {@code +} is a blank, and bytes that are not UTF-8 become the replacement character. */
    static String decodeForm(String text) {
        return new String(bytes(text.replace('+', ' ')), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            boolean escape = encoded[i] == '%'
                    && i + 2 < encoded.length
                    && Character.digit(encoded[i + 1], 16) >= 0
                    && Character.digit(encoded[i + 2], 16) >= 0;
            if (escape) {
                decoded.write(Character.digit(encoded[i + 1], 16) * 16 + Character.digit(encoded[i + 2], 16));
                i += 2;
            } else {
                decoded.write(encoded[i]);
            }
        }
        return decoded.toByteArray();
    }
}
