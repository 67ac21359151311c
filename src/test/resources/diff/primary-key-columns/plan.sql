-- primary key public.Venue.Venue_pkey: columns is (id, name), expected is (id)
--   access_exclusive_lock
--   index_dropped
ALTER TABLE "public"."Venue" DROP CONSTRAINT "Venue_pkey";
-- primary key public.Venue.Venue_pkey: columns is (id, name), expected is (id)
--   access_exclusive_lock
--   index_build
--   fails_on_some_rows
ALTER TABLE "public"."Venue" ADD CONSTRAINT "Venue_pkey" PRIMARY KEY ("id");
