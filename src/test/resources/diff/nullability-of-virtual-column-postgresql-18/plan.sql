-- column public.User.lower: nullability is nullable, expected is not null
--   access_exclusive_lock
--   table_scan
--   fails_on_some_rows
ALTER TABLE "public"."User" ALTER COLUMN "lower" SET NOT NULL;
