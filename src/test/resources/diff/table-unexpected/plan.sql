-- table public.Leftover is not in the schema
--   access_exclusive_lock
--   deletes_data
DROP TABLE "public"."Leftover";
