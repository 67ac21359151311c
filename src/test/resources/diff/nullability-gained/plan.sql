-- column public.Sample.geo: nullability is not null, expected is nullable
--   access_exclusive_lock
ALTER TABLE "public"."Sample" ALTER COLUMN "geo" DROP NOT NULL;
