package dev.schemawatch.migration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/**
 * A migration that is still to be written, as Prisma names them (Prisma 6.19: {@code yyyyMMddHHmmss_name}, in UTC).
 *
 * @param folder of the migration, relative to the root
 */
public record NewMigration(String folder) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** Prisma 6.19 cuts there. */
    private static final int LONGEST_NAME = 200;

    public NewMigration {
        Objects.requireNonNull(folder);
    }

    /** The script's path. */
    public String path() {
        return folder + "/migration.sql";
    }

    /**
     * The migration that comes after those that are there, also where one of them is dated later than now.
     *
     * @param name in words; everything but letters and digits becomes {@code _}
     * @throws IllegalArgumentException when the name holds neither letter nor digit
     */
    public static NewMigration after(MigrationFolder folder, String name, Instant now) {
        String words = words(name).toLowerCase(Locale.ROOT);
        LocalDateTime moment = LocalDateTime.ofInstant(now, ZoneOffset.UTC).withNano(0);
        LocalDateTime next = folder.migrations().stream()
                .flatMap(migration -> MigrationName.timestamp(migration.name()).stream())
                .map(digits -> LocalDateTime.parse(digits, MOMENT).plusSeconds(1))
                .filter(moment::isBefore)
                .max(LocalDateTime::compareTo)
                .orElse(moment);
        int length = Math.min(LONGEST_NAME, words.codePointCount(0, words.length()));
        return new NewMigration(folder.path() + "/" + MOMENT.format(next) + "_"
                + words.substring(0, words.offsetByCodePoints(0, length)));
    }

    /**
     * A name in words as part of a file's name.
     *
     * @throws IllegalArgumentException when it holds neither letter nor digit
     */
    static String words(String name) {
        String words = name.strip().replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a name needs a letter or a digit");
        }
        return words;
    }
}
