CREATE TYPE "Role" AS ENUM ('USER');
CREATE TABLE "Tag" ("id" TEXT);
CREATE INDEX "Tag_id_idx" ON "Tag" ("id");
ALTER TABLE "User" ADD COLUMN "role" "Role";
CREATE POLICY "own" ON "User" USING (true);
INSERT INTO "Tag" VALUES ('a');
