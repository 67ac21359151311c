-- column public.Sample.note: nullability is nullable, expected is not null
--   access_exclusive_lock
--   table_scan
--   fails_on_some_rows
ALTER TABLE "public"."Sample" ALTER COLUMN "note" SET NOT NULL;
