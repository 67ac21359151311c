-- primary key public.Venue.Venue_pkey: name is pk_venue, expected is Venue_pkey
ALTER TABLE "public"."Venue" RENAME CONSTRAINT "pk_venue" TO "Venue_pkey";
