-- enum public.Mood is missing
CREATE TYPE "public"."Mood" AS ENUM ('HAPPY', 'SAD');
-- column public.Person.mood: type is mood, expected is Mood
--   access_exclusive_lock
ALTER TABLE "public"."Person" ALTER COLUMN "mood" DROP DEFAULT;
-- column public.Person.mood: type is mood, expected is Mood
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Person" ALTER COLUMN "mood" SET DATA TYPE "public"."Mood" USING ("mood"::text::"public"."Mood");
-- column public.Person.mood: type is mood, expected is Mood
--   access_exclusive_lock
ALTER TABLE "public"."Person" ALTER COLUMN "mood" SET DEFAULT 'SAD';
-- enum public.mood is not in the schema
DROP TYPE "public"."mood";
