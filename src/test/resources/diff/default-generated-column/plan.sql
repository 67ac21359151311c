-- column public.Venue.seats: default is generated as length(name), expected is 1
--   access_exclusive_lock
ALTER TABLE "public"."Venue" ALTER COLUMN "seats" DROP EXPRESSION;
-- column public.Venue.seats: default is generated as length(name), expected is 1
--   access_exclusive_lock
ALTER TABLE "public"."Venue" ALTER COLUMN "seats" SET DEFAULT 1;
