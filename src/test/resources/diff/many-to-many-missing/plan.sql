-- table public._PostToTag is missing
CREATE TABLE "public"."_PostToTag" (
    "A" integer NOT NULL,
    "B" integer NOT NULL,
    CONSTRAINT "_PostToTag_AB_pkey" PRIMARY KEY ("A", "B")
);
-- table public._PostToTag is missing
CREATE INDEX "_PostToTag_B_index" ON "public"."_PostToTag" ("B");
-- table public._PostToTag is missing
--   share_row_exclusive_lock
ALTER TABLE "public"."_PostToTag" ADD CONSTRAINT "_PostToTag_A_fkey" FOREIGN KEY ("A") REFERENCES "public"."Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- table public._PostToTag is missing
--   share_row_exclusive_lock
ALTER TABLE "public"."_PostToTag" ADD CONSTRAINT "_PostToTag_B_fkey" FOREIGN KEY ("B") REFERENCES "public"."Tag" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
