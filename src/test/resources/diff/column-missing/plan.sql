-- column public.Venue.seats is missing
--   access_exclusive_lock
ALTER TABLE "public"."Venue" ADD COLUMN "seats" integer NOT NULL DEFAULT 1;
-- index public.Venue.Venue_seats_idx is missing
--   share_lock
--   index_build
CREATE INDEX "Venue_seats_idx" ON "public"."Venue" ("seats");
