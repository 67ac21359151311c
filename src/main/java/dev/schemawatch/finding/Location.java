package dev.schemawatch.finding;

import java.util.Comparator;

/** Where a finding is: a place in a file of the repository, or an object of a database. */
public sealed interface Location extends Comparable<Location> {

    /** The place as people and editors write it: {@code path:line:column}, or the object's name. */
    String display();

    /** Files before databases, then by path and position, then by name. */
    @Override
    default int compareTo(Location other) {
        return switch (this) {
            case InFile here ->
                switch (other) {
                    case InFile there -> InFile.ORDER.compare(here, there);
                    case InDatabase _ -> -1;
                };
            case InDatabase here ->
                switch (other) {
                    case InFile _ -> 1;
                    case InDatabase there -> InDatabase.ORDER.compare(here, there);
                };
        };
    }

    /**
     * A span of a file.
     *
     * @param path relative to the repository's root, with {@code /} between names
     * @param line first line of the span, from 1; 0 when the whole file or folder is meant
     * @param column first column in code points, from 1; 0 when {@code line} is 0
     * @param offset index of the first {@code char} of the span in the file's text, from 0
     * @param length length of the span in {@code char}s
     */
    record InFile(String path, int line, int column, int offset, int length) implements Location {
        /** The path that stands for the environment of the process, which is no file. */
        public static final String PROCESS = "process environment";

        static final Comparator<InFile> ORDER = Comparator.comparing(InFile::path)
                .thenComparingInt(InFile::line)
                .thenComparingInt(InFile::column)
                .thenComparingInt(InFile::offset)
                .thenComparingInt(InFile::length);

        /** Whether it can be opened: all can but the environment of the process. */
        public boolean isOnDisk() {
            return !path.equals(PROCESS);
        }

        /** The file or folder as a whole. */
        public static InFile whole(String path) {
            return new InFile(path, 0, 0, 0, 0);
        }

        /**
         * A part of a text.
         *
         * @param text of the whole file
         */
        public static InFile of(String path, String text, Span part) {
            String before = text.substring(0, part.from());
            int line = 1
                    + (int) before.chars()
                            .filter(character -> character == '\n')
                            .count();
            int column = 1 + before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
            return new InFile(path, line, column, part.from(), part.to() - part.from());
        }

        @Override
        public String display() {
            return line == 0 ? path : path + ":" + line + ":" + column;
        }
    }

    /**
     * An object of a live database.
     *
     * @param database the database's configured name, never its URL
     * @param object the object as PostgreSQL would write it, for example {@code public."Booking".tenantId}
     */
    record InDatabase(String database, String object) implements Location {
        static final Comparator<InDatabase> ORDER =
                Comparator.comparing(InDatabase::database).thenComparing(InDatabase::object);

        @Override
        public String display() {
            return database + ":" + object;
        }
    }
}
