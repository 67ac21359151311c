-- index public.Venue.Venue_name_key: definition is unique btree (title), expected is unique btree (name)
--   access_exclusive_lock
ALTER TABLE "public"."Venue" DROP CONSTRAINT IF EXISTS "Venue_name_key";
-- index public.Venue.Venue_name_key: definition is unique btree (title), expected is unique btree (name)
--   access_exclusive_lock
--   index_dropped
DROP INDEX IF EXISTS "public"."Venue_name_key";
-- column public.Venue.title is not in the schema
--   access_exclusive_lock
--   deletes_data
ALTER TABLE "public"."Venue" DROP COLUMN "title";
-- column public.Venue.name is missing
--   access_exclusive_lock
--   fails_on_some_rows
ALTER TABLE "public"."Venue" ADD COLUMN "name" text NOT NULL;
-- index public.Venue.Venue_name_key: definition is unique btree (title), expected is unique btree (name)
--   share_lock
--   index_build
--   fails_on_some_rows
CREATE UNIQUE INDEX "Venue_name_key" ON "public"."Venue" ("name");
