-- column public.Sample.note: type is character varying(10), expected is text
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Sample" ALTER COLUMN "note" SET DATA TYPE text;
