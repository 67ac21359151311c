CREATE TABLE "Page" (
    "text" TEXT NOT NULL,
    "search" TSVECTOR GENERATED ALWAYS AS (to_tsvector('english', "text")) STORED
);
