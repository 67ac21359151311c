-- column public.Sample.tags: type is text, expected is text[]
--   access_exclusive_lock
--   deletes_data
ALTER TABLE "public"."Sample" DROP COLUMN "tags";
-- column public.Sample.tags: type is text, expected is text[]
--   access_exclusive_lock
ALTER TABLE "public"."Sample" ADD COLUMN "tags" text[];
