-- column public.Sample.amount: type is numeric(12,4), expected is numeric(10,2)
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Sample" ALTER COLUMN "amount" SET DATA TYPE numeric(10,2);
