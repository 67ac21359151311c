package dev.schemawatch.migration;

import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.workspace.SourceFile.Content.Text;
import java.util.stream.Collectors;

/** What became of a script, from what nobody notices to what changes databases. */
public enum ScriptEdit {
    NONE,
    /** Only how its lines end; Prisma takes both forms for the same (Prisma 6.19: migration checksums). */
    LINE_ENDS,
    /** A byte order mark came or went. */
    BYTE_ORDER_MARK,
    /** Only white space at the ends of lines, or of the file. */
    WHITE_SPACE,
    /** Only comments and white space, so that PostgreSQL is told the same. */
    COMMENTS,
    /** What PostgreSQL is told. */
    STATEMENTS;

    /** What lies between two contents of one script. */
    public static ScriptEdit between(Text before, Text now) {
        if (before.fingerprint().equals(now.fingerprint())) {
            return NONE;
        }
        String unixBefore = unix(before.text());
        String unixNow = unix(now.text());
        if (unixBefore.equals(unixNow)) {
            if (before.hasByteOrderMark() != now.hasByteOrderMark()) {
                return BYTE_ORDER_MARK;
            }
            // Of mixed line ends neither form that Prisma tries is the one that was applied.
            return isMixed(before.text()) ? WHITE_SPACE : LINE_ENDS;
        }
        if (trimmed(unixBefore).equals(trimmed(unixNow))) {
            return WHITE_SPACE;
        }
        return SqlStatement.isSame(before.text(), now.text()) ? COMMENTS : STATEMENTS;
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }

    private static boolean isMixed(String text) {
        String unix = unix(text);
        return !text.equals(unix) && !text.equals(unix.replace("\n", "\r\n"));
    }

    private static String trimmed(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }
}
