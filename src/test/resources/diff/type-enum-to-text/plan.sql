-- column public.Sample.mood: type is text, expected is Mood
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Sample" ALTER COLUMN "mood" SET DATA TYPE "public"."Mood" USING ("mood"::text::"public"."Mood");
