-- column public.Sample.geo: type is text, expected is point
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Sample" ALTER COLUMN "geo" SET DATA TYPE point USING ("geo"::text::point);
