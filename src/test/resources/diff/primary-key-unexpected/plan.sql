-- primary key public.Tally.Tally_pkey is not in the schema
--   access_exclusive_lock
--   index_dropped
ALTER TABLE "public"."Tally" DROP CONSTRAINT "Tally_pkey";
