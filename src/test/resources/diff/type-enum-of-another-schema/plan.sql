-- column public.Visit.mood: type is public.Mood, expected is shop.Mood
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Visit" ALTER COLUMN "mood" SET DATA TYPE "shop"."Mood" USING ("mood"::text::"shop"."Mood");
