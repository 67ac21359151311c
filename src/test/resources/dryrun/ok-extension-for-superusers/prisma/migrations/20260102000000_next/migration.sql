CREATE EXTENSION earthdistance CASCADE;
CREATE INDEX "User_place_idx" ON "User" USING gist (ll_to_earth("id", "id"));
DROP INDEX "User_place_idx";
