-- column public.Sample.note: nullability is nullable, expected is not null
--   access_exclusive_lock
--   deletes_data
ALTER TABLE "public"."Sample" DROP COLUMN "note";
-- column public.Sample.note: nullability is nullable, expected is not null
--   access_exclusive_lock
--   fails_on_some_rows
ALTER TABLE "public"."Sample" ADD COLUMN "note" text NOT NULL;
