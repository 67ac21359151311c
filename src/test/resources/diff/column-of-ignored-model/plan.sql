-- column public.Venue.q is not in the schema
--   access_exclusive_lock
--   deletes_data
ALTER TABLE "public"."Venue" DROP COLUMN "q";
