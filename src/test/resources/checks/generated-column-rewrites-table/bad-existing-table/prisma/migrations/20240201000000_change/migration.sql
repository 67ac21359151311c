ALTER TABLE "User" ADD COLUMN "search" TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', coalesce("email", ''))) STORED;
