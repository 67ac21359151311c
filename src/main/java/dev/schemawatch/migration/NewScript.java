package dev.schemawatch.migration;

import dev.schemawatch.migration.Migration.Author;
import java.util.List;
import java.util.Objects;

/**
 * A script that people write by hand, to be filled in.
 *
 * @param path relative to the root
 */
public record NewScript(String path, String text) {
    private static final int USUAL_WIDTH = 2;

    private static final String TEXT = """
            -- %s
            --
            -- Write every statement so that it can run twice: somebody will. Prisma neither runs this script nor knows of it;
            -- apply it with psql, after Prisma's migrations:
            --
            --   psql "$DATABASE_URL" --single-transaction --set ON_ERROR_STOP=1 --file %s
            --
            -- Take what you need, and delete the rest.

            -- An index. With CONCURRENTLY nobody waits for it, but then it cannot be in a transaction.
            -- CREATE INDEX IF NOT EXISTS "Booking_dueDate_idx" ON "Booking" ("dueDate") WHERE "sentAt" IS NULL;

            -- A value of an enum.
            -- ALTER TYPE "Status" ADD VALUE IF NOT EXISTS 'ARCHIVED';

            -- A column.
            -- ALTER TABLE "Booking" ADD COLUMN IF NOT EXISTS "note" TEXT;

            -- A constraint: PostgreSQL has no IF NOT EXISTS for it.
            -- DO $$
            -- BEGIN
            --   IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'Booking_seats_check') THEN
            --     ALTER TABLE "Booking" ADD CONSTRAINT "Booking_seats_check" CHECK ("seats" > 0) NOT VALID;
            --   END IF;
            -- END $$;

            -- A function and its trigger.
            -- CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
            -- BEGIN
            --   NEW."updatedAt" := now();
            --   RETURN NEW;
            -- END $$;
            -- CREATE OR REPLACE TRIGGER "Booking_touch" BEFORE UPDATE ON "Booking" FOR EACH ROW EXECUTE FUNCTION touch();
            """;

    public NewScript {
        Objects.requireNonNull(path);
        Objects.requireNonNull(text);
    }

    /**
     * The script that comes after those that are there: with the next number, in as many digits as they have.
     *
     * @param name in words; everything but letters and digits becomes {@code _}
     * @throws IllegalArgumentException when the name holds neither letter nor digit
     */
    public static NewScript after(MigrationFolder folder, String name) {
        String words = NewMigration.words(name);
        List<String> counted = folder.migrations().stream()
                .filter(migration -> migration.author() == Author.HAND)
                .map(Migration::name)
                .filter(other -> MigrationName.number(other).isPresent())
                .toList();
        int last = counted.stream()
                .mapToInt(other -> MigrationName.number(other).orElseThrow())
                .max()
                .orElse(0);
        int width = counted.stream()
                .mapToInt(other -> MigrationName.digits(other).orElseThrow().length())
                .max()
                .orElse(USUAL_WIDTH);
        String number = String.valueOf(last + 1);
        String path =
                folder.path() + "/" + "0".repeat(Math.max(0, width - number.length())) + number + "_" + words + ".sql";
        return new NewScript(path, TEXT.formatted(words.replace('_', ' '), path));
    }
}
