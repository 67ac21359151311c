package dev.schemawatch.sql;

import dev.schemawatch.finding.Location;
import java.util.Optional;

/**
 * Turns offsets of a script into lines and columns. Takes time in proportion to the script as long as the offsets that it is
 * asked for mostly ascend.
 */
final class PositionReader {
    private final String path;
    private final String script;
    private final Optional<Location.InFile> fixed;
    private int offset;
    private int line = 1;
    private int column = 1;

    PositionReader(String path, String script) {
        this(path, script, Optional.empty());
    }

    private PositionReader(String path, String script, Optional<Location.InFile> fixed) {
        this.path = path;
        this.script = script;
        this.fixed = fixed;
    }

    /** One place for everything: for text that the script holds in another form. */
    PositionReader fixed(int start, int end) {
        return new PositionReader(path, script, Optional.of(at(start, end)));
    }

    /** The place of a part of the script. */
    Location.InFile at(int start, int end) {
        if (fixed.isPresent()) {
            return fixed.get();
        }
        if (start < offset) {
            goBack(start);
        }
        move(start);
        return new Location.InFile(path, line, column, start, end - start);
    }

    private void goBack(int target) {
        int lineStart = script.lastIndexOf('\n', target - 1) + 1;
        for (int index = lineStart; index < offset; index++) {
            if (script.charAt(index) == '\n') {
                line--;
            }
        }
        offset = lineStart;
        column = 1;
    }

    private void move(int target) {
        while (offset < target) {
            char character = script.charAt(offset++);
            if (character == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(character)) {
                column++;
            }
        }
    }
}
