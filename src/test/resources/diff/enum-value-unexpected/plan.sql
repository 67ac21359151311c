-- enum public.Mood: values is (HAPPY, SAD, BORED), expected is (HAPPY, SAD)
ALTER TYPE "public"."Mood" RENAME TO "Mood_old";
-- enum public.Mood: values is (HAPPY, SAD, BORED), expected is (HAPPY, SAD)
CREATE TYPE "public"."Mood" AS ENUM ('HAPPY', 'SAD');
-- enum public.Mood: values is (HAPPY, SAD, BORED), expected is (HAPPY, SAD)
--   access_exclusive_lock
ALTER TABLE "public"."Person" ALTER COLUMN "mood" DROP DEFAULT;
-- enum public.Mood: values is (HAPPY, SAD, BORED), expected is (HAPPY, SAD)
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Person" ALTER COLUMN "mood" SET DATA TYPE "public"."Mood" USING ("mood"::text::"public"."Mood");
-- enum public.Mood: values is (HAPPY, SAD, BORED), expected is (HAPPY, SAD)
DROP TYPE "public"."Mood_old";
-- enum public.Mood: values is (HAPPY, SAD, BORED), expected is (HAPPY, SAD)
--   access_exclusive_lock
ALTER TABLE "public"."Person" ALTER COLUMN "mood" SET DEFAULT 'SAD';
