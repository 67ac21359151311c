package dev.schemawatch.migration;

import dev.schemawatch.sql.SqlStatement;
import dev.schemawatch.workspace.Fingerprint;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A migration as a file.
 *
 * @param name the folder's name, as {@code _prisma_migrations} holds it; of a hand-written script the file's name without
 *     {@code .sql}
 * @param author who made it, and so who applies it
 * @param file what it does
 */
public record Migration(String name, Author author, Script file) {
    private static final Pattern GENERATED =
            Pattern.compile("-- (?:Create|Alter|Drop|Add|Rename|Redefine)[A-Z][A-Za-z]*\\s*");

    public Migration {
        Objects.requireNonNull(name);
        Objects.requireNonNull(author);
        Objects.requireNonNull(file);
    }

    /** The path of the script, relative to the root. */
    public String path() {
        return file.path();
    }

    /** The text of the script. */
    public String script() {
        return file.text();
    }

    /** The SQL in it, in order; empty when there is nothing but white space and comments. */
    public List<SqlStatement> statements() {
        return file.statements();
    }

    /** Whether there is no SQL in it: a quick answer, for which no statement is read. */
    public boolean isEmpty() {
        return !SqlStatement.isAnyIn(script());
    }

    /** The fingerprint of the script's bytes. */
    public Fingerprint checksum() {
        return file.checksum();
    }

    /**
     * Whether Prisma wrote the statement: it puts a comment above each of its own (Prisma 6.19: {@code -- CreateIndex},
     * {@code -- AlterTable} …), and people who add a statement do not.
     */
    public boolean isGenerated(SqlStatement statement) {
        if (author != Author.PRISMA) {
            return false;
        }
        int lineEnd = script().lastIndexOf('\n', statement.location().offset() - 1);
        int lineStart = script().lastIndexOf('\n', lineEnd - 1) + 1;
        return lineEnd >= 0
                && GENERATED.matcher(script().substring(lineStart, lineEnd)).matches();
    }

    /** Who made a migration. */
    public enum Author {
        /** {@code <name>/migration.sql}: applied and recorded by Prisma. */
        PRISMA,
        /** {@code <name>.sql} beside the folders: applied by people, unknown to Prisma. */
        HAND
    }
}
