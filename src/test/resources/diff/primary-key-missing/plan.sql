-- primary key public.Venue.Venue_pkey is missing
--   access_exclusive_lock
--   index_build
--   fails_on_some_rows
ALTER TABLE "public"."Venue" ADD CONSTRAINT "Venue_pkey" PRIMARY KEY ("id");
