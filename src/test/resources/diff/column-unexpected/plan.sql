-- column public.Venue.floor is not in the schema
--   access_exclusive_lock
--   deletes_data
ALTER TABLE "public"."Venue" DROP COLUMN "floor";
-- column public.Venue.rooms is not in the schema
--   access_exclusive_lock
--   deletes_data
ALTER TABLE "public"."Venue" DROP COLUMN "rooms";
