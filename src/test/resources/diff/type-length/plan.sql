-- column public.Sample.text: type is character varying(20), expected is character varying(40)
--   access_exclusive_lock
--   table_rewrite
--   fails_on_some_rows
ALTER TABLE "public"."Sample" ALTER COLUMN "text" SET DATA TYPE character varying(40);
