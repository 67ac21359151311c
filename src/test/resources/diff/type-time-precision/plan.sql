-- column public.Sample.at: type is timestamp(6) without time zone, expected is timestamp(3) without time zone
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Sample" ALTER COLUMN "at" SET DATA TYPE timestamp(3) without time zone;
